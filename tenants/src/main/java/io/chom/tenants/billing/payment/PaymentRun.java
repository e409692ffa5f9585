package io.chom.tenants.billing.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Begins what is due and sees to what is under way, whoever else does the same at the same time. */
@Service
class PaymentRun {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentRun.class);
    private static final int AT_ONCE = 8;

    /** An account that is not ready is looked at again, though its owner is the one to do something. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final DuePayments due;
    private final DueCardPages cardPages;
    private final DueCardLooks cardLooks;
    private final DueRefunds dueRefunds;
    private final Collecting collecting;
    private final Refunding refunding;
    private final CardKeeping keeping;
    private final PaymentAccounts accounts;
    private final AccountService owners;
    private final PaymentEvents events;
    private final PaymentProvider provider;
    private final PaymentProperties properties;
    private final Clock clock;

    PaymentRun(
            DuePayments due,
            DueCardPages cardPages,
            DueCardLooks cardLooks,
            DueRefunds dueRefunds,
            Collecting collecting,
            Refunding refunding,
            CardKeeping keeping,
            PaymentAccounts accounts,
            AccountService owners,
            PaymentEvents events,
            PaymentProvider provider,
            PaymentProperties properties,
            Clock clock) {
        this.due = due;
        this.cardPages = cardPages;
        this.cardLooks = cardLooks;
        this.dueRefunds = dueRefunds;
        this.collecting = collecting;
        this.refunding = refunding;
        this.keeping = keeping;
        this.accounts = accounts;
        this.owners = owners;
        this.events = events;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** Writes payments for invoices that are due. */
    Mono<Long> begin() {
        return due.begin(properties.batch(), clock.instant());
    }

    /**
     * Sees to some payments, refunds and pages for cards; one that fails comes again after its lease.
     *
     * @return how many were seen to
     */
    Mono<Long> collect() {
        var now = clock.instant();
        var lease = properties.lease();
        return Flux.concat(
                        each(due.take(AT_ONCE, now, lease), "Payment", Payment::id, collecting::see),
                        each(cardPages.take(AT_ONCE, now, lease), "Card page", CardVisit::id, keeping::see),
                        each(
                                cardLooks.take(AT_ONCE, now, lease),
                                "Card of",
                                one -> one.job().tenant(),
                                cardLooks::see),
                        each(dueRefunds.take(AT_ONCE, now, lease), "Refund", RefundOrder::id, refunding::see),
                        each(accounts.take(AT_ONCE, now, LOOK_AGAIN), "Account of", one -> one, owners::look))
                .reduce(0L, Long::sum);
    }

    /** All are taken before the first is seen to. */
    private static <T> Mono<Long> each(
            Flux<T> taken, String what, Function<T, Object> whose, Function<T, Mono<Void>> work) {
        return taken.collectList()
                .flatMapIterable(all -> all)
                .flatMap(one -> seen(what + " " + whose.apply(one), work.apply(one)), AT_ONCE)
                .count();
    }

    /** What goes wrong with one keeps nobody else waiting; it comes again after its lease. */
    private static Mono<String> seen(String what, Mono<Void> work) {
        return work.onErrorResume(failed -> {
                    LOG.warn("{} comes again: {}", what, failed.toString());
                    return Mono.empty();
                })
                .thenReturn(what);
    }

    /** All of it, until nothing is left to do at this moment. */
    Mono<Void> all() {
        return provider.isOn()
                ? begin().repeat()
                        .takeUntil(begun -> begun == 0)
                        .then(collect().repeat().takeUntil(seen -> seen == 0).then())
                        .then(events.forget(clock.instant().minus(properties.eventsKept())))
                : Mono.empty();
    }
}
