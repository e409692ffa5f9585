package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.payment.Outcome.Declined;
import io.chom.tenants.billing.payment.Outcome.Expired;
import io.chom.tenants.billing.payment.Outcome.Paid;
import io.chom.tenants.billing.payment.Outcome.Pending;
import io.chom.tenants.billing.payment.Outcome.Unconfirmed;
import io.chom.tenants.billing.payment.SettlementBook.Came;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Writes down what became of a payment, each outcome once whoever brings it: a worker, a payer who returns, or several at
 * once. It looks at what the provider says now and never at what came before, so the order does not matter.
 */
@Service
@EnableConfigurationProperties(PaymentProperties.class)
class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final String DIFFERENT = "different-amount";

    private final SettlementBook book;
    private final RefundBook refunds;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final PaymentProperties properties;
    private final Clock clock;

    Settling(
            SettlementBook book,
            RefundBook refunds,
            TransactionalOperator transactions,
            Broadcast broadcast,
            PaymentProperties properties,
            Clock clock) {
        this.book = book;
        this.refunds = refunds;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    /** Writes it down, as whoever acts for the payer. */
    Mono<Void> settle(Payment payment, Outcome outcome) {
        return TenantContext.require()
                .flatMap(acting -> book.lock(payment)
                        .then(written(payment, outcome, clock.instant()))
                        .flatMap(changed -> book.rest(payment)
                                .then(book.credited(payment, clock.instant()))
                                .map(credited -> changed || credited))
                        .filter(changed -> changed)
                        .flatMap(changed -> broadcast.send(
                                Settlement.CHANNEL, payment.payer().toString())))
                .as(transactions::transactional);
    }

    private Mono<Boolean> written(Payment payment, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Paid paid -> paid(payment, paid, now);
            case Declined declined ->
                book.end(payment, "declined", declined.intent(), declined.reason(), now)
                        .flatMap(ended -> ended
                                ? book.failed(payment, declined.reason(), now, properties.retries())
                                : Mono.just(false));
            case Unconfirmed unconfirmed ->
                book.end(payment, "declined", unconfirmed.intent(), Declined.UNCONFIRMED, now)
                        .flatMap(ended -> ended ? book.unconfirmed(payment) : Mono.just(false));
            case Pending pending ->
                book.waiting(payment, pending.intent(), now.plus(properties.lease()))
                        .thenReturn(false);
            case Expired expired ->
                book.end(payment, "expired", null, null, now)
                        .flatMap(ended -> ended ? book.open(payment, now) : Mono.just(false));
        };
    }

    private Mono<Boolean> paid(Payment payment, Paid paid, Instant now) {
        boolean isRight = paid.received().equals(payment.charge().amount());
        return book.received(payment, paid, isRight ? "paid" : "different", now)
                .filter(first -> first)
                .flatMap(first -> book.paid(payment, paid.received(), isRight ? null : DIFFERENT, now))
                .flatMap(came -> given(payment, came, now).thenReturn(came))
                .doOnNext(came -> watch(payment, paid, came.state()))
                .hasElement();
    }

    /** What was credited while it was under way. */
    private Mono<Void> given(Payment payment, Came came, Instant now) {
        return came.back().minor() > 0
                ? refunds.request(payment.payer(), payment.invoice(), came.back(), now)
                : Mono.empty();
    }

    /** Nobody but a human finds out why. */
    private static void watch(Payment payment, Paid paid, String state) {
        if (!state.equals("paid")) {
            LOG.error(
                    "Payment {} brought {} for {} of invoice {}, which now stands as {}",
                    payment.id(),
                    paid.received(),
                    payment.charge().amount(),
                    payment.charge().invoice(),
                    state);
        }
    }
}
