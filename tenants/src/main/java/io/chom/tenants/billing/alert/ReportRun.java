package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes every summary and makes every task that is due, whoever else does the same at the same time. */
@Service
class ReportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRun.class);
    private static final int AT_ONCE = 4;

    private final DueReports due;
    private final DueTasks tasks;
    private final Reporting reporting;
    private final Broadcast broadcast;
    private final AlertProperties properties;
    private final Clock clock;

    ReportRun(
            DueReports due,
            DueTasks tasks,
            Reporting reporting,
            Broadcast broadcast,
            AlertProperties properties,
            Clock clock) {
        this.due = due;
        this.tasks = tasks;
        this.reporting = reporting;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sums up the weeks of those for whom it is Monday morning, or later in a week that was not summed up yet. */
    Mono<Void> weeks() {
        return Mono.defer(() -> due.weeks(clock.instant(), properties.weekly()).collectList())
                .flatMapIterable(all -> all)
                .flatMap(one -> written(one.customer().tenant(), reporting.week(one)), AT_ONCE)
                .then();
    }

    /** Sums up the periods that were billed lately. */
    Mono<Void> periods() {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return due.periods(now, now.minus(properties.reportable())).collectList();
                })
                .flatMapIterable(all -> all)
                .flatMap(one -> written(one.customer().tenant(), reporting.period(one)), AT_ONCE)
                .then();
    }

    /** Has each brand owner know what its customers have used up. */
    Mono<Void> tasks() {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return tasks.make(now, now.minus(properties.reportable())).collect(Collectors.toSet());
                })
                .flatMapIterable(owners -> owners)
                .concatMap(owner -> broadcast.send(TaskService.CHANNEL, owner.toString()))
                .then();
    }

    /** What goes wrong with one keeps nobody else waiting; the next round tries again. */
    private static Mono<Void> written(TenantId customer, Mono<Void> work) {
        return work.onErrorResume(failed -> {
            LOG.warn("A summary for {} is written later: {}", customer, failed.toString());
            return Mono.empty();
        });
    }
}
