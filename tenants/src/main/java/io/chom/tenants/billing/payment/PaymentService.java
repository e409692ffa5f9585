package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How the acting tenant pays what it owes. Owners and administrators may. */
@Service
public class PaymentService {

    /** The parameter with which the provider's pages lead back; its value is what {@link #returned} wants. */
    public static final String VISIT = PaymentProvider.VISIT;

    private final PaymentProvider provider;
    private final KnownPayers known;
    private final Payers payers;
    private final CardVisits visits;
    private final CardKeeping keeping;
    private final PageOpening pages;
    private final TransactionalOperator transactions;
    private final Clock clock;

    PaymentService(
            PaymentProvider provider,
            KnownPayers known,
            Payers payers,
            CardVisits visits,
            CardKeeping keeping,
            PageOpening pages,
            TransactionalOperator transactions,
            Clock clock) {
        this.provider = provider;
        this.known = known;
        this.payers = payers;
        this.visits = visits;
        this.keeping = keeping;
        this.pages = pages;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How the acting tenant can pay.
     *
     * @param isPossible whether it can pay by card at all: there is a provider, and the seller is known there
     * @param card that what falls due is taken from; null if there is none
     */
    public record Means(boolean isPossible, @Nullable Card card) {}

    /** How the acting tenant can pay. */
    public Mono<Means> means() {
        return payer().flatMap(acting -> known.payee()
                .flatMap(payee -> payers.find(acting.tenant(), payee)
                        .as(transactions::transactional)
                        .map(found -> new Means(
                                true, found.card() == null ? null : found.card().card()))
                        .defaultIfEmpty(new Means(true, null)))
                .defaultIfEmpty(new Means(false, null)));
    }

    /**
     * Opens a page of the provider's on which the acting tenant leaves the card that later invoices are taken from.
     *
     * @param back where the browser returns to; what {@link #returned} wants is added as {@link #VISIT}
     * @return its address. Refused with {@code billing.payments-off} where nobody can be paid by card, with
     *     {@code billing.payments-unreachable} while the provider does not answer
     */
    public Mono<URI> changeCard(URI back) {
        return payer().flatMap(acting -> known.payer(acting).flatMap(payer -> cardPage(acting, payer, back)))
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }

    private Mono<URI> cardPage(Acting acting, Payer payer, URI back) {
        var id = PaymentId.next();
        var now = clock.instant();
        return visits.begin(id, acting, payer.payee(), now, now.plus(PaymentProvider.PAGE_LIFE))
                .as(transactions::transactional)
                .then(Mono.defer(() -> provider.openCardPage(id, payer.payee(), payer.customer(), back)))
                .flatMap(page -> visits.opened(acting.tenant(), id, page.session())
                        .as(transactions::transactional)
                        .thenReturn(page.address()));
    }

    /**
     * Opens a page of the provider's on which exactly this invoice is paid; the one that is open, if there is one.
     *
     * @param back as for {@link #changeCard}
     * @return its address. Refused besides with {@code not-found} for an invoice of somebody else, with {@code billing.invoice-paid}
     *     where nothing is left to pay, with {@code billing.payment-under-way} while the card on file is being charged
     */
    public Mono<URI> pay(InvoiceId invoice, URI back) {
        return payer().flatMap(known::payer)
                .flatMap(payer -> pages.open(payer, invoice, back))
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }

    /** Somebody comes back from a page: what they did there counts at once, whatever else tells of it later. */
    public Mono<Void> returned(String session) {
        return payer().flatMap(acting -> pages.returned(acting.tenant(), session)
                        .then(visits.ofSession(acting.tenant(), session).as(transactions::transactional))
                        .flatMap(keeping::see))
                .onErrorMap(ProviderUnreachable.class, PaymentService::unreachable);
    }

    private static Mono<Acting> payer() {
        return Permission.any("owner", "admin");
    }

    static Refused off() {
        return new Refused(new Failure.Conflict(
                "billing.payments-off", "Nothing is paid by card here. Ask the seller how to pay."));
    }

    static Refused unreachable(Throwable cause) {
        return new Refused(new Failure.Unavailable(
                "billing.payments-unreachable", "The payment provider does not answer. Try again in a few minutes."));
    }
}
