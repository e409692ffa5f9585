package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Has money go back: asks the provider for it, again if need be, and writes the answer down. */
@Service
class Refunding {

    private final PaymentProvider provider;
    private final RefundBook book;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final PaymentProperties properties;
    private final Clock clock;

    Refunding(
            PaymentProvider provider,
            RefundBook book,
            TransactionalOperator transactions,
            Broadcast broadcast,
            PaymentProperties properties,
            Clock clock) {
        this.provider = provider;
        this.book = book;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks what becomes of it and writes it down. Fails, and changes nothing, while the provider does not answer. */
    Mono<Void> see(RefundOrder order) {
        return Mono.defer(() -> outcome(order))
                .flatMap(outcome -> book.settle(order, outcome, clock.instant(), properties.lease())
                        .filter(changed -> changed)
                        .flatMap(changed ->
                                broadcast.send(Settlement.CHANNEL, order.payer().toString()))
                        .as(transactions::transactional))
                .contextWrite(TenantContext.as(order.job()));
    }

    /** What was written may have been sent. Once the provider has forgotten the key, it is looked for before it is asked for. */
    private Mono<RefundOutcome> outcome(RefundOrder order) {
        var name = order.name();
        if (name != null) {
            return provider.refund(order.payee(), name);
        }
        return clock.instant().isBefore(order.requestedAt().plus(PaymentProvider.MEMORY))
                ? provider.giveBack(order)
                : provider.find(order).switchIfEmpty(Mono.defer(() -> provider.giveBack(order)));
    }
}
