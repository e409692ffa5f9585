package io.chom.tenants.billing.probe;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;

/**
 * A period that was owed and that an invoice was written for: not one that was paused or after the end, of which an invoice only
 * puts earlier ones right.
 *
 * @param later how many invoices of the same subscription are for later periods that were owed
 * @param lastIssued when the latest invoice of the subscription was written
 */
record BilledPeriod(
        UUID invoice,
        UUID tenant,
        String slug,
        String number,
        UUID subscription,
        Invoice.SoldPlan plan,
        Period period,
        Currency currency,
        int later,
        OffsetDateTime lastIssued) {

    /** One page of them, in the order of their ids. */
    static final String PAGE = """
            select i.id, i.tenant_id, t.slug, i.prefix, i.number, i.subscription_id, i.catalogue, i.version, i.plan,
                   i.period_from, i.period_until, i.time_zone, i.currency, others.later, others.last_issued
              from billing.invoice i
              join tenancy.tenant t on t.tenant_id = i.tenant_id
              cross join lateral (
                   select count(*) filter (where o.period_from > i.period_from and %s) as later, max(o.issued_at) as last_issued
                     from billing.invoice o
                    where o.tenant_id = i.tenant_id and o.subscription_id = i.subscription_id
                      and o.ahead is null) as others
             where i.ahead is null and %s and i.id > ? and (cast(? as text) is null or t.slug = ?) order by i.id limit 200
            """.formatted(owed("o"), owed("i"));

    private static String owed(String invoice) {
        return "exists (select from billing.invoice_line l where l.tenant_id = %1$s.tenant_id and l.invoice_id = %1$s.id"
                        .formatted(invoice)
                + " and l.kind in ('plan', 'prepaid'))";
    }

    static BilledPeriod read(ResultSet row) throws SQLException {
        return new BilledPeriod(
                get(row, "id", UUID.class),
                get(row, "tenant_id", UUID.class),
                row.getString("slug"),
                Invoice.number(row.getString("prefix"), row.getInt("number")),
                get(row, "subscription_id", UUID.class),
                new Invoice.SoldPlan(row.getString("catalogue"), row.getInt("version"), row.getString("plan")),
                new Period(
                        get(row, "period_from", LocalDate.class),
                        get(row, "period_until", LocalDate.class),
                        ZoneId.of(row.getString("time_zone"))),
                Currency.getInstance(row.getString("currency")),
                row.getInt("later"),
                get(row, "last_issued", OffsetDateTime.class));
    }

    private static <T> T get(ResultSet row, String column, Class<T> type) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, type));
    }
}
