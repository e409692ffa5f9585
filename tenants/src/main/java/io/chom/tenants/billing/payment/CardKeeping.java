package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.payment.CardPage.Expired;
import io.chom.tenants.billing.payment.CardPage.Kept;
import io.chom.tenants.billing.payment.CardPage.Open;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Puts the card on file that a payer left on a page, once. */
@Service
class CardKeeping {

    /** A page for a card lasts for a day, by the provider's default. */
    private static final Duration LIFE = Duration.ofHours(25);

    private final PaymentProvider provider;
    private final CardVisits visits;
    private final Payers payers;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    CardKeeping(
            PaymentProvider provider,
            CardVisits visits,
            Payers payers,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.provider = provider;
        this.visits = visits;
        this.payers = payers;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** Asks what was left on the page and writes it down. */
    Mono<Void> see(CardVisit visit) {
        var session = visit.session();
        Mono<CardPage> page = session == null
                ? Mono.fromSupplier(() -> isOver(visit) ? new Expired() : new Open())
                : provider.cardPage(visit.payee(), session);
        return page.flatMap(found -> written(visit, found).as(transactions::transactional))
                .contextWrite(TenantContext.as(visit.job()));
    }

    private boolean isOver(CardVisit visit) {
        return clock.instant().isAfter(visit.begunAt().plus(LIFE));
    }

    private Mono<Void> written(CardVisit visit, CardPage page) {
        return switch (page) {
            case Open open -> Mono.empty();
            case Expired expired -> visits.end(visit, "expired").then();
            case Kept kept ->
                visits.end(visit, "kept")
                        .filter(first -> first)
                        .flatMap(first -> payers.keep(
                                        visit.payer(), visit.payee().issuer(), kept.card(), clock.instant())
                                .then(broadcast.send(
                                        Settlement.CHANNEL, visit.payer().toString()))
                                .then(broadcast.send(PaymentRounds.DUE, "")));
        };
    }
}
