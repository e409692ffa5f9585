package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Rounds;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.UsageChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gathers whose usage has changed and looks at them together; after a gap in the news, at everybody, little by little. */
@Component
@ConditionalOnRole("worker")
class AlertRounds extends Rounds implements Follower {

    private final AlertRun run;
    private final AlertProperties properties;
    private final Clock clock;
    private final Set<TenantId> changed = ConcurrentHashMap.newKeySet();
    private volatile Instant missed = Instant.EPOCH;

    AlertRounds(AlertRun run, AlertProperties properties, Clock clock) {
        this.run = run;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return UsageChanges.CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return Mono.fromRunnable(() -> {
            if (Broadcast.RESYNC.equals(body)) {
                missed = clock.instant();
            } else {
                changed.add(UsageChanges.whose(body));
            }
        });
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(properties.pace());
    }

    @Override
    protected Mono<Void> round() {
        return part(Mono.defer(this::seeChanged)).then(part(Mono.defer(() -> run.forgotten(missed))));
    }

    /** What is counted while they are looked at has them looked at again. */
    private Mono<Void> seeChanged() {
        Set<TenantId> now = Set.copyOf(changed);
        changed.removeAll(now);
        return run.changed(now).doOnError(failed -> changed.addAll(now));
    }
}
