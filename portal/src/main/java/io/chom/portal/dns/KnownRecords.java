package io.chom.portal.dns;

import io.chom.tenants.tenancy.dns.RequiredRecords;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Keeps the records that a screen has asked for: they stay the same, and finding their zone means asking name servers. */
public final class KnownRecords {

    private final Map<Object, RequiredRecords> known = new ConcurrentHashMap<>();

    /**
     * The records, which are asked for once; a guess is none that is kept.
     *
     * @param key all that they depend on
     */
    public Mono<RequiredRecords> of(Object key, Supplier<Mono<RequiredRecords>> ask) {
        RequiredRecords found = known.get(key);
        return found != null
                ? Mono.just(found)
                : ask.get().doOnNext(records -> {
                    if (!records.guessed()) {
                        known.put(key, records);
                    }
                });
    }
}
