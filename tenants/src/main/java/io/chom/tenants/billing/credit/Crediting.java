package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.NumberSeries;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Writes credit notes. The number is the issuer's and the rest is the customer's, and both are written or neither is: that
 * is why it is done across tenants, by whom is recorded.
 */
@Repository
class Crediting {

    private static final Purpose CREDIT = Purpose.audited("credit an invoice");

    /** What was not paid is not owed any more, and the rest of the credit goes back. */
    private static final String CREDITED =
            """
            update billing.settlement
               set credited = credited + :amount,
                   refunded = refunded + greatest(:amount - (total - credited - received + refunded), 0),
                   state = case when %1$s then 'paid' else state end,
                   paid_at = case when %1$s then :now else paid_at end,
                   reason = case when %1$s then null else reason end,
                   next_try_at = case when %1$s then null else next_try_at end
             where tenant_id = :tenant and invoice_id = :invoice
            returning new.refunded - old.refunded
            """.formatted("state in ('open', 'failed', 'unconfirmed') and owed <= :amount");

    private final CrossTenant crossTenant;
    private final Clock clock;

    Crediting(CrossTenant crossTenant, Clock clock) {
        this.crossTenant = crossTenant;
        this.clock = clock;
    }

    /** Writes one, as whoever acts for the customer; the one that there is, if it was written before. */
    Mono<CreditNote> write(Acting customer, ItemisedInvoice itemised, NewCredit wanted) {
        return crossTenant.one(CREDIT, database -> {
            var notes = new CreditNotes(database);
            return notes.lock(itemised)
                    .flatMap(creditable -> notes.find(customer.tenant(), wanted.id())
                            .filter(known -> isSame(known, itemised.invoice()))
                            .switchIfEmpty(Mono.defer(() -> fresh(database, customer, creditable, wanted))));
        });
    }

    /** An identity belongs to one wish. */
    private static boolean isSame(CreditNote known, Invoice invoice) {
        if (!known.invoice().equals(invoice.id())) {
            throw new Refused(new Failure.Conflict("credit.known", "This credit note is of another invoice."));
        }
        return true;
    }

    private Mono<CreditNote> fresh(DatabaseClient database, Acting customer, Creditable creditable, NewCredit wanted) {
        var notes = new CreditNotes(database);
        var invoice = creditable.invoice().invoice();
        var whole = new NewCredit(wanted.id(), creditable.checked(wanted.parts()), wanted.reason());
        var total = CreditNote.sum(whole.parts(), invoice.total());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return NumberSeries.CREDIT_NOTE
                .take(database, Map.of(invoice.issuer(), 1))
                .map(taken -> Objects.requireNonNull(taken.get(invoice.issuer())))
                .flatMap(taken -> notes.write(customer, invoice.id(), whole, total, taken, now))
                .then(Mono.defer(() -> credited(database, invoice, total, now)))
                .flatMap(back -> Refunds.request(database, customer.tenant(), invoice.id(), back, now))
                .then(Mono.defer(() -> notes.find(customer.tenant(), wanted.id())));
    }

    private static Mono<Money> credited(DatabaseClient database, Invoice invoice, Money amount, Instant now) {
        return database.sql(CREDITED)
                .bind("tenant", invoice.customer().value())
                .bind("invoice", invoice.id().value())
                .bind("amount", amount.minor())
                .bind("now", now)
                .map(row -> new Money(Objects.requireNonNull(row.get(0, Long.class)), amount.currency()))
                .one();
    }
}
