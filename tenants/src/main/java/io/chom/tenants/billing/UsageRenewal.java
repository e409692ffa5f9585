package io.chom.tenants.billing;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Rounds;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.UsageChanges;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the usage of tenants again once more of it was counted: at once, unless it was read just now, for those who were
 * asked for lately. The others are forgotten instead, so that the work follows the interest.
 */
@Component
class UsageRenewal extends Rounds implements Follower {

    private static final Duration PACE = Duration.ofMillis(50);
    private static final int AT_ONCE = 8;

    private final Holdings holdings;
    private final Set<TenantId> behind = ConcurrentHashMap.newKeySet();

    UsageRenewal(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public String channel() {
        return UsageChanges.CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return Mono.fromRunnable(() -> {
            if (Broadcast.RESYNC.equals(body)) {
                holdings.forgetAll();
            } else {
                TenantId tenant = UsageChanges.whose(body);
                holdings.find(tenant).ifPresent(held -> behind.add(tenant));
            }
        });
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(PACE);
    }

    @Override
    protected Mono<Void> round() {
        return Flux.fromIterable(behind)
                .flatMap(tenant -> part(see(tenant)), AT_ONCE)
                .then();
    }

    private Mono<Void> see(TenantId tenant) {
        return Mono.defer(() -> {
            Holding held = holdings.find(tenant).orElse(null);
            if (held == null || held.isIdle()) {
                behind.remove(tenant);
                holdings.forget(tenant);
                return Mono.empty();
            }
            return held.isDue() ? renew(tenant, held) : Mono.empty();
        });
    }

    /** What is counted while it is read makes it fall behind again. */
    private Mono<Void> renew(TenantId tenant, Holding held) {
        return Mono.defer(() -> {
            behind.remove(tenant);
            return held.renew().doOnError(failed -> behind.add(tenant));
        });
    }
}
