package io.chom.tenants.billing.payment;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
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
        return due.take(AT_ONCE, clock.instant(), properties.lease())
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> seen("Payment " + one.id(), collecting.see(one)), AT_ONCE)
                .count()
                .zipWith(cards(), Long::sum)
                .zipWith(refunds(), Long::sum)
                .zipWith(looks(), Long::sum);
    }

    private Mono<Long> refunds() {
        return dueRefunds
                .take(AT_ONCE, clock.instant(), properties.lease())
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> seen("Refund " + one.id(), refunding.see(one)), AT_ONCE)
                .count();
    }

    private Mono<Long> looks() {
        return accounts.take(AT_ONCE, clock.instant(), LOOK_AGAIN)
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> seen("Account of " + one, owners.look(one)), AT_ONCE)
                .count();
    }

    private Mono<Long> cards() {
        return cardPages
                .take(AT_ONCE, clock.instant(), properties.lease())
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> seen("Card page " + one.id(), keeping.see(one)), AT_ONCE)
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
