package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.dunning.DunningBook.Standing;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the steps that are due, each once whoever else does the same at the same time, and undoes what is paid for. */
@Service
@EnableConfigurationProperties(DunningProperties.class)
class DunningRun {

    private static final Logger LOG = LoggerFactory.getLogger(DunningRun.class);
    private static final int AT_ONCE = 8;

    /** A payment under way is waited for. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final OverdueInvoices overdue;
    private final DunningBook book;
    private final HouseMails mails;
    private final Stopping stopping;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final DunningProperties properties;
    private final Clock clock;

    DunningRun(
            OverdueInvoices overdue,
            DunningBook book,
            HouseMails mails,
            Stopping stopping,
            TransactionalOperator transactions,
            Broadcast broadcast,
            DunningProperties properties,
            Clock clock) {
        this.overdue = overdue;
        this.book = book;
        this.mails = mails;
        this.stopping = stopping;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * All that is to be done at this moment. Whose use stops follows from the steps that are written down, so whoever dies
     * in between leaves nothing that the next round does not put right.
     */
    Mono<Void> all() {
        return look().repeat()
                .takeUntil(seen -> seen == 0)
                .then(Mono.defer(() -> each(overdue.toStop(clock.instant()), stopping::stop)))
                .then(Mono.defer(() -> each(overdue.toRestore(clock.instant()), stopping::restore)));
    }

    /**
     * Sees to some invoices; one that fails comes again after its lease.
     *
     * @return how many were seen to
     */
    private Mono<Long> look() {
        return overdue.take(properties.batch(), clock.instant(), properties.lease())
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> comesAgain("Invoice " + one.number(), see(one)).thenReturn(one), AT_ONCE)
                .count();
    }

    private static Mono<Void> each(Flux<TenantId> tenants, Function<TenantId, Mono<Void>> work) {
        return tenants.collectList()
                .flatMapIterable(all -> all)
                .concatMap(one -> comesAgain("Suspension of " + one, work.apply(one)))
                .then();
    }

    /** What goes wrong with one keeps nobody else waiting. */
    private static Mono<Void> comesAgain(String what, Mono<Void> work) {
        return work.onErrorResume(failed -> {
            LOG.warn("{} comes again: {}", what, failed.toString());
            return Mono.empty();
        });
    }

    /** Whoever only looks locks nothing. */
    private Mono<Void> see(Overdue one) {
        return book.standing(one.customer(), one.invoice())
                .flatMap(standing -> course(one, standing)
                        .flatMap(course -> isDue(standing, course)
                                ? book.lock(one.customer(), one.invoice())
                                        .flatMap(locked -> step(one.owing(locked.owed()), locked))
                                : rest(one, standing, course)))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(one.job()));
    }

    private boolean isDue(Standing standing, Course course) {
        return standing.isUnpaid() && course.due(clock.instant()).isPresent();
    }

    private Mono<Void> step(Overdue one, Standing standing) {
        Instant now = clock.instant();
        return course(one, standing)
                .flatMap(course -> Mono.justOrEmpty(course.due(now))
                        .filter(rung -> standing.isUnpaid())
                        .flatMap(rung -> take(one, rung, course.with(rung, now), now))
                        .defaultIfEmpty(course))
                .flatMap(course -> rest(one, standing, course));
    }

    private Mono<Void> rest(Overdue one, Standing standing, Course course) {
        if (standing.isPaying()) {
            return book.next(one, clock.instant().plus(LOOK_AGAIN));
        }
        return book.next(one, standing.isUnpaid() ? course.next().orElse(null) : null);
    }

    private Mono<Course> take(Overdue one, Rung rung, Course after, Instant now) {
        return book.take(one, rung, now)
                .then(mails.write(one.customer(), house -> new DunningMail(one, rung, after, house)))
                .then(broadcast.send(Settlement.CHANNEL, one.customer().toString()))
                .thenReturn(after);
    }

    private Mono<Course> course(Overdue one, Standing standing) {
        return book.taken(List.of(one.invoice()))
                .map(taken -> new Course(
                        one.ladder(),
                        one.dueOn(),
                        one.zone(),
                        properties.morning(),
                        taken.getOrDefault(one.invoice(), List.of()),
                        standing.heldUntil()));
    }
}
