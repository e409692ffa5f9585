package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Finds across all customers which credit notes nobody was told of yet. */
@Repository
class UntoldNotes {

    private static final Purpose MAILS = Purpose.routine("credit note mails");
    private static final Actor JOB = Actor.job("credits");
    private static final int BATCH = 100;

    private static final String UNTOLD = """
            select n.tenant_id, n.reseller_id, n.id, i.prefix, i.number
              from billing.credit_note n join billing.invoice i on i.tenant_id = n.tenant_id and i.id = n.invoice_id
             where n.told_at is null order by n.issued_at limit :most
            """;

    private final CrossTenant crossTenant;

    UntoldNotes(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * One of them.
     *
     * @param customer as whom its mail is written
     * @param invoice number of what it credits
     */
    record Untold(Acting customer, CreditNoteId note, String invoice) {}

    /** Some of them, the oldest first. */
    Flux<Untold> some() {
        return crossTenant.many(
                MAILS,
                database -> database.sql(UNTOLD)
                        .bind("most", BATCH)
                        .map(UntoldNotes::untold)
                        .all());
    }

    private static Untold untold(Readable row) {
        var customer = new TenantId(get(row, "tenant_id", UUID.class));
        return new Untold(
                new Acting(customer, new TenantId(get(row, "reseller_id", UUID.class)), JOB),
                new CreditNoteId(get(row, "id", UUID.class)),
                Invoice.number(get(row, "prefix", String.class), get(row, "number", Integer.class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
