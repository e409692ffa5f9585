package io.chom.tenants.billing.credit;

import static java.util.stream.Collectors.groupingBy;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.NumberSeries.Taken;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The written credit notes. Callers hold a transaction of the customer, of its issuer to read, or of the platform. */
@Repository
class CreditNotes {

    private static final String WRITE = """
            insert into billing.credit_note (id, tenant_id, reseller_id, issuer_id, invoice_id, prefix, number, reason, currency,
                   total, issued_by, issued_at)
            select :id, i.tenant_id, i.reseller_id, i.issuer_id, i.id, :prefix, :number, :reason, i.currency, :total, :by, :now
              from billing.invoice i where i.tenant_id = :tenant and i.id = :invoice
            """;

    private static final String WRITE_LINES = """
            insert into billing.credit_note_line (tenant_id, credit_note_id, invoice_id, line, reseller_id, amount)
            select n.tenant_id, n.id, n.invoice_id, part.line, n.reseller_id, part.amount
              from billing.credit_note n,
                   unnest(cast(:lines as integer[]), cast(:amounts as bigint[])) as part (line, amount)
             where n.tenant_id = :tenant and n.id = :id
            """;

    private static final String NOTES = """
            select n.id, n.tenant_id, n.issuer_id, n.invoice_id, n.prefix, n.number, n.reason, n.currency, n.total, n.issued_at,
                   array_agg(l.line order by l.line) as lines, array_agg(l.amount order by l.line) as amounts
              from billing.credit_note n
              join billing.credit_note_line l on l.tenant_id = n.tenant_id and l.credit_note_id = n.id
             where %s
             group by n.tenant_id, n.id order by n.issued_at, n.id
            """;

    private static final String STANDING = """
            select s.owed, s.state = 'checking' as is_under_review,
                   exists (select from billing.payment p
                            where p.tenant_id = s.tenant_id and p.invoice_id = s.invoice_id and p.state = 'paid') as is_by_card
              from billing.settlement s where s.tenant_id = :tenant and s.invoice_id = :invoice
            """;

    private final DatabaseClient database;

    CreditNotes(DatabaseClient database) {
        this.database = database;
    }

    /** Writes one with its lines. */
    Mono<Void> write(Acting customer, InvoiceId invoice, NewCredit wanted, Money total, Taken taken, Instant now) {
        var head = database.sql(WRITE)
                .bind("id", wanted.id().value())
                .bind("tenant", customer.tenant().value())
                .bind("invoice", invoice.value())
                .bind("prefix", taken.prefix())
                .bind("number", taken.last())
                .bind("reason", wanted.reason().strip())
                .bind("total", total.minor())
                .bind("by", customer.actor().id())
                .bind("now", now)
                .then();
        var parts = wanted.parts();
        return head.then(database.sql(WRITE_LINES)
                .bind("tenant", customer.tenant().value())
                .bind("id", wanted.id().value())
                .bind("lines", parts.stream().map(Part::line).toArray(Integer[]::new))
                .bind(
                        "amounts",
                        parts.stream().map(part -> part.amount().minor()).toArray(Long[]::new))
                .then());
    }

    /** One of a customer, or empty. */
    Mono<CreditNote> find(TenantId customer, CreditNoteId id) {
        return database.sql(NOTES.formatted("n.tenant_id = :tenant and n.id = :id"))
                .bind("tenant", customer.value())
                .bind("id", id.value())
                .map(CreditNotes::note)
                .one();
    }

    /** Those of these invoices, the oldest first; one without any is absent. */
    Mono<Map<InvoiceId, List<CreditNote>>> of(Collection<InvoiceId> invoices) {
        return database.sql(NOTES.formatted("n.invoice_id = any(:invoices)"))
                .bind("invoices", invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .map(CreditNotes::note)
                .all()
                .collect(groupingBy(CreditNote::invoice));
    }

    /** What of an invoice can be credited at this moment. */
    Mono<Creditable> creditable(ItemisedInvoice itemised) {
        return creditable(STANDING, itemised);
    }

    /** The same, and whoever else pays or credits it waits for the end of the transaction. */
    Mono<Creditable> lock(ItemisedInvoice itemised) {
        return creditable(STANDING + " for update of s", itemised);
    }

    /** What was credited is read after the lock is there. */
    private Mono<Creditable> creditable(String standing, ItemisedInvoice itemised) {
        var invoice = itemised.invoice();
        var currency = invoice.total().currency();
        return database.sql(standing)
                .bind("tenant", invoice.customer().value())
                .bind("invoice", invoice.id().value())
                .map(row -> new Creditable(
                        itemised,
                        Map.of(),
                        new Money(get(row, "owed", Long.class), currency),
                        get(row, "is_under_review", Boolean.class),
                        get(row, "is_by_card", Boolean.class)))
                .one()
                .flatMap(found ->
                        credited(invoice.customer(), invoice.id(), currency).map(found::with));
    }

    /** What of each line of an invoice was credited; a line of which nothing was is absent. */
    private Mono<Map<Integer, Money>> credited(TenantId customer, InvoiceId invoice, Currency currency) {
        return database.sql("""
                        select line, cast(sum(amount) as bigint) as amount from billing.credit_note_line
                         where tenant_id = :tenant and invoice_id = :invoice group by line
                        """)
                .bind("tenant", customer.value())
                .bind("invoice", invoice.value())
                .map(row ->
                        Map.entry(get(row, "line", Integer.class), new Money(get(row, "amount", Long.class), currency)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Writes down that the customer of one is told of it; false if somebody has. */
    Mono<Boolean> told(CreditNote note, Instant now) {
        return database.sql(
                        "update billing.credit_note set told_at = :now where tenant_id = :tenant and id = :id and told_at is null")
                .bind("tenant", note.customer().value())
                .bind("id", note.id().value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static CreditNote note(Readable row) {
        var currency = Currency.getInstance(get(row, "currency", String.class));
        return new CreditNote(
                new CreditNoteId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "issuer_id", UUID.class)),
                new InvoiceId(get(row, "invoice_id", UUID.class)),
                Invoice.number(get(row, "prefix", String.class), get(row, "number", Integer.class)),
                get(row, "reason", String.class),
                parts(get(row, "lines", Integer[].class), get(row, "amounts", Long[].class), currency),
                new Money(get(row, "total", Long.class), currency),
                get(row, "issued_at", Instant.class));
    }

    private static List<Part> parts(Integer[] lines, Long[] amounts, Currency currency) {
        return IntStream.range(0, lines.length)
                .mapToObj(at -> new Part(lines[at], new Money(amounts[at], currency)))
                .toList();
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
