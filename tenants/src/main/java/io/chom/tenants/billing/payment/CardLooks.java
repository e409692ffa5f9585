package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Looks which card the provider would charge, which payers and their banks change there, and keeps that one. */
@Service
class CardLooks {

    private final PortalProvider provider;
    private final Payers payers;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    CardLooks(
            PortalProvider provider,
            Payers payers,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.provider = provider;
        this.payers = payers;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** Whoever acts for the payer looks; one and the same card is no change. */
    Mono<Void> look(Payer payer) {
        var kept = payer.card();
        return provider.card(payer.payee(), payer.customer(), kept == null ? null : kept.id())
                .flatMap(found -> written(payer, found).as(transactions::transactional));
    }

    private Mono<Void> written(Payer payer, Optional<KeptCard> found) {
        return payers.looked(payer)
                .then(
                        Objects.equals(found.orElse(null), payer.card())
                                ? Mono.empty()
                                : kept(payer, found)
                                        .then(broadcast.send(
                                                Settlement.CHANNEL,
                                                payer.tenant().toString()))
                                        .then(broadcast.send(PaymentRounds.DUE, "")));
    }

    private Mono<Void> kept(Payer payer, Optional<KeptCard> found) {
        return found.map(card -> payers.keep(payer.tenant(), payer.payee().issuer(), card, clock.instant()))
                .orElseGet(() -> payers.drop(payer));
    }
}
