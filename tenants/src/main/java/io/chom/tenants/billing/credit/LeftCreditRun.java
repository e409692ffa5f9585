package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.LeftCredits.Left;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives back what was carried forward when a subscription is over: it is credited on what was billed before, the newest first.
 * An invoice has at most one such credit note, and how much is left is read after what can be credited. So whoever does the same
 * at the same time writes no second one.
 */
@Service
class LeftCreditRun {

    private static final Logger LOG = LoggerFactory.getLogger(LeftCreditRun.class);
    private static final String REASON = "Credit that was left when the plan ended.";

    private final LeftCredits left;
    private final InvoiceService invoices;
    private final CreditNotes notes;
    private final Crediting crediting;
    private final Refunds refunds;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    LeftCreditRun(
            LeftCredits left,
            InvoiceService invoices,
            CreditNotes notes,
            Crediting crediting,
            Refunds refunds,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.left = left;
        this.invoices = invoices;
        this.notes = notes;
        this.crediting = crediting;
        this.refunds = refunds;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /** Gives back all that is left. What goes wrong with one keeps nobody else waiting; it comes again. */
    Mono<Void> all() {
        return left.some()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(one -> give(one).onErrorResume(failed -> {
                    LOG.warn(
                            "Credit of subscription {} is given back later: {}", one.subscription(), failed.toString());
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> give(Left one) {
        return Flux.fromIterable(one.invoices())
                .concatMap(invoice -> give(one, invoice))
                .hasElements()
                .filter(given -> given)
                .flatMap(given -> broadcast
                        .send(Settlement.CHANNEL, one.customer().tenant().toString())
                        .then(refunds.hasten()))
                .contextWrite(TenantContext.as(one.customer()));
    }

    private Mono<CreditNote> give(Left one, InvoiceId invoice) {
        return invoices.find(invoice)
                .flatMap(itemised -> notes.creditable(itemised).as(transactions::transactional))
                .filter(Creditable::isPossible)
                .flatMap(creditable -> left.again(one)
                        .map(now -> parts(creditable, now.credit()))
                        .filter(parts -> !parts.isEmpty())
                        .flatMap(parts -> write(one, creditable.invoice(), parts)));
    }

    private Mono<CreditNote> write(Left one, ItemisedInvoice itemised, List<Part> parts) {
        var id = UUID.nameUUIDFromBytes(("left-credit " + itemised.invoice().id()).getBytes(StandardCharsets.UTF_8));
        return crediting.write(one.customer(), itemised, new NewCredit(new CreditNoteId(id), parts, REASON));
    }

    /** So much of its lines, from the first on; all of it where there is less. */
    private static List<Part> parts(Creditable creditable, Money credit) {
        Money rest = creditable.left().stream()
                .map(Part::amount)
                .reduce(Money::plus)
                .filter(all -> all.compareTo(credit) < 0)
                .orElse(credit);
        var parts = new ArrayList<Part>();
        for (Part part : creditable.left()) {
            Money most = part.amount().compareTo(rest) < 0 ? part.amount() : rest;
            if (most.minor() > 0) {
                parts.add(new Part(part.line(), most));
                rest = rest.minus(most);
            }
        }
        return parts;
    }
}
