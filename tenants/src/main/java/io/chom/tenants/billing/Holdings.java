package io.chom.tenants.billing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What this process holds of the tenants that were asked for lately. What may have changed is forgotten. */
@Component
class Holdings implements Follower {

    /** Bodies are tenants; the database itself tells of every change of what was bought or granted. */
    static final String CHANNEL = "subscription_changed";

    static final int MOST = 50_000;

    /** Heals what nobody told of: after so long, everything is read anew. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final EntitledReader reader;
    private final Cache<TenantId, Holding> all;

    Holdings(EntitledReader reader) {
        this.reader = reader;
        this.all =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
    }

    Holding of(Acting acting) {
        return all.get(acting.tenant(), tenant -> new Holding(acting, reader));
    }

    Optional<Holding> find(TenantId tenant) {
        return Optional.ofNullable(all.getIfPresent(tenant));
    }

    /** Whoever changes something here forgets it at once, so that its next question is not faster than the news. */
    void forget(TenantId tenant) {
        all.invalidate(tenant);
    }

    void forgetAll() {
        all.invalidateAll();
    }

    /** How many are held, after those beyond the most are gone. */
    long size() {
        all.cleanUp();
        return all.estimatedSize();
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return Mono.fromRunnable(() -> {
            if (Broadcast.RESYNC.equals(body)) {
                forgetAll();
            } else {
                forget(TenantId.of(body));
            }
        });
    }
}
