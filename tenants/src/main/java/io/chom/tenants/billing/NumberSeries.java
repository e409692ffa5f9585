package io.chom.tenants.billing;

import io.chom.tenants.platform.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The numbers of what issuers write: without gaps for each issuer and kind of document. */
public enum NumberSeries {
    /** Invoices: {@code ACME-000042}. */
    INVOICE("invoice", ""),
    /** Credit notes: {@code ACME-CN-000042}. */
    CREDIT_NOTE("credit-note", "-CN");

    private static final String TAKE = """
            insert into billing.invoice_series (tenant_id, kind, reseller_id, prefix, last_number)
            select t.tenant_id, :kind, t.reseller_id, upper(left(replace(t.slug, '-', ''), 12)) || :ending, wanted.count
              from unnest(cast(:issuers as uuid[]), cast(:counts as integer[])) as wanted (issuer, count)
              join tenancy.tenant t on t.tenant_id = wanted.issuer
             order by t.tenant_id
            on conflict (tenant_id, kind) do update set last_number = invoice_series.last_number + excluded.last_number
            returning tenant_id, prefix, last_number
            """;

    private final String kind;
    private final String ending;

    NumberSeries(String kind, String ending) {
        this.kind = kind;
        this.ending = ending;
    }

    /**
     * Numbers of one issuer, taken and not yet given.
     *
     * @param prefix of each
     * @param last the last one of them
     */
    public record Taken(String prefix, int last) {}

    /**
     * Takes so many numbers of each issuer in the transaction of the client. Whoever else wants numbers of them waits until
     * that is over.
     */
    public Mono<Map<TenantId, Taken>> take(DatabaseClient database, Map<TenantId, Integer> counts) {
        var wanted = List.copyOf(counts.entrySet());
        return database.sql(TAKE)
                .bind("kind", kind)
                .bind("ending", ending)
                .bind(
                        "issuers",
                        wanted.stream().map(one -> one.getKey().value()).toArray(UUID[]::new))
                .bind("counts", wanted.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .map(row -> Map.entry(
                        new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                        new Taken(
                                Objects.requireNonNull(row.get("prefix", String.class)),
                                Objects.requireNonNull(row.get("last_number", Integer.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
