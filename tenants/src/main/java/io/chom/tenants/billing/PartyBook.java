package io.chom.tenants.billing;

import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.DetailsRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Keeps who both sides of invoices were, in the transaction of the client. */
final class PartyBook {

    private static final String WRITE = """
            insert into billing.invoice_party (tenant_id, invoice_id, side, reseller_id, %1$s)
            select i.tenant_id, i.id, sides.side, i.reseller_id, %1$s
              from billing.invoice i
             cross join lateral (values ('seller', i.issuer_id), ('buyer', i.tenant_id)) as sides (side, party)
              join billing.billing_details d on d.tenant_id = sides.party
             where i.id = any(cast(:invoices as uuid[]))
            """.formatted(DetailsRow.COLUMNS);

    private static final String READ = "select invoice_id, side, " + DetailsRow.COLUMNS + """
             from billing.invoice_party where tenant_id = any(:tenants) and invoice_id = any(:invoices)
            """;

    private final DatabaseClient database;

    PartyBook(DatabaseClient database) {
        this.database = database;
    }

    /** Writes down who they are at this moment, as far as they have told. */
    Mono<Void> write(String[] invoices) {
        return database.sql(WRITE).bind("invoices", invoices).then();
    }

    /** Who they were; of an invoice both sides of which had told nothing there is none. */
    Mono<Map<UUID, InvoiceParties>> of(Collection<Invoice> invoices) {
        return database.sql(READ)
                .bind(
                        "tenants",
                        invoices.stream()
                                .map(one -> one.customer().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .bind("invoices", invoices.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .map(row -> new Side(
                        Objects.requireNonNull(row.get("invoice_id", UUID.class)),
                        Objects.requireNonNull(row.get("side", String.class)),
                        DetailsRow.read(row)))
                .all()
                .collectList()
                .map(PartyBook::together);
    }

    private record Side(UUID invoice, String side, BillingDetails details) {}

    private static Map<UUID, InvoiceParties> together(List<Side> sides) {
        var found = new HashMap<UUID, InvoiceParties>();
        for (var one : sides) {
            var known = found.getOrDefault(one.invoice(), InvoiceParties.NONE);
            found.put(one.invoice(), known.with(one.side(), one.details()));
        }
        return found;
    }
}
