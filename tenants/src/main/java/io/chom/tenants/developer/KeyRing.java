package io.chom.tenants.developer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Suspensions;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Tells who acts by a key. Keys in use are remembered, and so are wrong ones that look right; a key that is revoked stops
 * working in every process within a second.
 */
@Service
public class KeyRing implements Follower {

    static final String CHANNEL = "key_changed";

    private static final int MOST = 50_000;
    /** Also how exact the time of the last use is. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final KeyLookup lookup;
    private final Suspensions suspensions;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<KeyHash, Optional<Known>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    KeyRing(KeyLookup lookup, Suspensions suspensions, Clock clock) {
        this.lookup = lookup;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /**
     * Who acts by this key on a host of this reseller's brand, from this address. Anybody may ask: the key is the right.
     *
     * @return fails with one and the same {@link Failure.Unauthenticated} for a key that is malformed, unknown, expired,
     *     revoked, not allowed from the address or another brand's, and with {@link Failure.Forbidden} when the tenant is
     *     suspended
     */
    public Mono<Acting> acting(String text, TenantId reseller, InetAddress client) {
        return Mono.defer(() -> {
            KeyHash hash = KeySecret.of(text).orElseThrow(KeyRing::wrong).hash();
            Optional<Known> hit = known.getIfPresent(hash);
            return hit != null
                    ? Mono.just(admitted(hit, reseller, client))
                    : load(hash).map(found -> admitted(found, reseller, client));
        });
    }

    private Acting admitted(Optional<Known> found, TenantId reseller, InetAddress client) {
        Known key = found.filter(one -> one.acting().reseller().equals(reseller)
                        && one.key().allows(client)
                        && one.key().isAliveAt(clock.instant()))
                .orElseThrow(KeyRing::wrong);
        if (suspensions.stop(key.acting().tenant(), key.acting().reseller())) {
            throw new Refused(
                    new Failure.Forbidden("tenant.suspended", "This organisation is suspended. Ask your provider."));
        }
        return key.acting();
    }

    /** The refusal of a key, whatever is wrong with it. */
    public static Refused wrong() {
        return new Refused(new Failure.Unauthenticated(
                "key.invalid", "The key is missing, wrong, expired, revoked or not allowed from this address."));
    }

    /** What was read while a change came in may be older than the change, so it is used once and not remembered. */
    private Mono<Optional<Known>> load(KeyHash hash) {
        return Mono.defer(() -> {
            long before = changes.get();
            return lookup.use(hash, clock.instant())
                    .map(key -> Optional.of(Known.of(key)))
                    .defaultIfEmpty(Optional.empty())
                    .doOnNext(found -> remember(hash, found, before));
        });
    }

    private void remember(KeyHash hash, Optional<Known> found, long before) {
        known.put(hash, found);
        if (changes.get() != before) {
            known.invalidate(hash);
        }
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return Mono.fromRunnable(() -> forget(body));
    }

    private void forget(String body) {
        changes.incrementAndGet();
        if (Broadcast.RESYNC.equals(body)) {
            known.invalidateAll();
        } else {
            ApiKeyId id = ApiKeyId.of(body);
            known.asMap()
                    .values()
                    .removeIf(found ->
                            found.filter(one -> one.key().id().equals(id)).isPresent());
        }
    }

    /** A key, and who acts by it: the same for each call. */
    private record Known(ApiKey key, Acting acting) {

        static Known of(ApiKey key) {
            var actor = new Actor(Actor.Kind.KEY, key.id().toString(), key.rights());
            return new Known(key, new Acting(key.tenant(), key.reseller(), actor));
        }
    }
}
