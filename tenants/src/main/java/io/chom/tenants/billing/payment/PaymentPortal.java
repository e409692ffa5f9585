package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Permission;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The provider's page on which the acting tenant looks after its cards and its address. Owners and administrators may. */
@Service
public class PaymentPortal {

    private final PortalProvider provider;
    private final KnownPayers known;
    private final Payers payers;
    private final CardLooks looks;
    private final TransactionalOperator transactions;
    private final Clock clock;

    PaymentPortal(
            PortalProvider provider,
            KnownPayers known,
            Payers payers,
            CardLooks looks,
            TransactionalOperator transactions,
            Clock clock) {
        this.provider = provider;
        this.known = known;
        this.payers = payers;
        this.looks = looks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens it. What was done there is looked at when the browser is back, when the provider tells of it, and in an hour in
     * any case.
     *
     * @param back where the browser returns to
     * @return its address. Refused with {@code billing.payments-off} where nobody can be paid by card, with
     *     {@code billing.payments-unreachable} while the provider does not answer
     */
    public Mono<URI> open(URI back) {
        return Permission.any("owner", "admin")
                .flatMap(known::payer)
                .flatMap(payer -> payers.lookAt(payer, clock.instant().plus(PaymentProvider.PAGE_LIFE))
                        .as(transactions::transactional)
                        .then(Mono.defer(() -> provider.open(PaymentId.next(), payer.payee(), payer.customer(), back))))
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }

    /** Somebody comes back: which card is to be charged now counts at once. */
    public Mono<Void> returned() {
        return Permission.any("owner", "admin")
                .flatMap(known::known)
                .flatMap(looks::look)
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }
}
