package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Pauses the plan of the acting tenant for whole months, from the next one on, and lets it go on; owners and administrators
 * may. It goes on by itself, or from the day on which somebody resumes it: the months are counted from that day then. All are
 * refused with {@code not-found} without a running subscription.
 */
@Service
public class Pausing {

    private final Subscriptions subscriptions;
    private final PauseBook book;
    private final PlanChangeBook changes;
    private final Catalogues catalogues;
    private final Holdings holdings;
    private final HouseMails mails;
    private final PauseProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Pausing(
            Subscriptions subscriptions,
            PauseBook book,
            PlanChangeBook changes,
            Catalogues catalogues,
            Holdings holdings,
            HouseMails mails,
            PauseProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.book = book;
        this.changes = changes;
        this.catalogues = catalogues;
        this.holdings = holdings;
        this.mails = mails;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How it could be paused. Refused as {@link PauseOffer#of} says. */
    public Mono<PauseOffer> offer() {
        return buyer().flatMap(acting -> running(subscriptions.running(acting.tenant())))
                .map(this::offer)
                .as(transactions::transactional);
    }

    /**
     * Pauses it, and tells those who look after the tenant by mail. Refused as {@link #offer} is, and with
     * {@code billing.pause-outdated} for days that are not offered any more.
     *
     * @param from first day, as it was offered
     * @param until first day after it, as it was offered
     */
    public Mono<Void> pause(LocalDate from, LocalDate until) {
        return changed((acting, running) -> {
            var offer = offer(running);
            if (!offer.from().equals(from) || !offer.until().contains(until)) {
                return Mono.error(new Refused(new Failure.Conflict(
                        "billing.pause-outdated", "These days are not offered any more. Look at it again.")));
            }
            var bought = Bought.of(running, catalogues, clock.instant());
            return book.add(acting, running, new Pause(from, until, null), now())
                    .then(mails.write(acting.tenant(), house -> new PauseMail(bought.sold(), from, until, house)));
        });
    }

    /** Has it go on from today, or not be paused at all where that is still to come. */
    public Mono<Void> resume() {
        return changed(
                (acting, running) -> book.end(running, LocalDate.ofInstant(clock.instant(), running.zone()), now()));
    }

    private interface Change {

        Mono<Void> of(Acting acting, Subscription running);
    }

    private Mono<Void> changed(Change change) {
        return buyer().flatMap(acting -> running(subscriptions.locked(acting.tenant()))
                .flatMap(running -> change.of(acting, running).then(changes.look(running, now())))
                .as(transactions::transactional)
                .doOnSuccess(done -> holdings.forget(acting.tenant())));
    }

    private PauseOffer offer(Subscription running) {
        Instant now = clock.instant();
        return PauseOffer.of(Bought.of(running, catalogues, now), properties.months(), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Mono<Acting> buyer() {
        return Permission.any("owner", "admin");
    }

    private static Mono<Subscription> running(Mono<Subscription> found) {
        return found.switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("subscription"))));
    }
}
