package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at customers whose usage may have reached something, whoever else does the same at the same time. */
@Service
class AlertRun {

    private static final Logger LOG = LoggerFactory.getLogger(AlertRun.class);
    private static final int AT_ONCE = 4;

    /** When somebody is looked at again where that has failed. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final DueLooks due;
    private final Alerting alerting;
    private final AlertProperties properties;
    private final Clock clock;

    AlertRun(DueLooks due, Alerting alerting, AlertProperties properties, Clock clock) {
        this.due = due;
        this.alerting = alerting;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Looks at customers of whose usage more was counted. One at whom another process looked just now is left to it: that
     * process heard the same, and looks again if it heard it afterwards.
     */
    Mono<Void> changed(Collection<TenantId> tenants) {
        Instant now = clock.instant();
        return tenants.isEmpty()
                ? Mono.empty()
                : look(due.changed(tenants, now, now.minus(properties.pace().dividedBy(2))));
    }

    /**
     * Looks at some customers of whom nothing was heard for long, or who may have been missed.
     *
     * @param missed until when something may have been missed
     */
    Mono<Void> forgotten(Instant missed) {
        Instant now = clock.instant();
        Instant old = now.minus(properties.recheck());
        return look(due.forgotten(properties.batch(), now, old.isAfter(missed) ? old : missed));
    }

    /** All are taken before the first is looked at: what goes wrong with one keeps no other from it. */
    private Mono<Void> look(Flux<Acting> taken) {
        return taken.collectList()
                .flatMapIterable(all -> all)
                .flatMap(this::look, AT_ONCE)
                .then();
    }

    private Mono<Void> look(Acting customer) {
        return alerting.look().contextWrite(TenantContext.as(customer)).onErrorResume(failed -> {
            LOG.warn("The usage of {} is looked at later: {}", customer.tenant(), failed.toString());
            return due.again(
                    customer.tenant(),
                    clock.instant().minus(properties.recheck()).plus(RETRY));
        });
    }
}
