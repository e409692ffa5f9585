package io.chom.tenants.days;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** All that has happened, as the tables tell it, of everybody. Days are those of whoever it happened to. */
record Found(CrossTenant all) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Who it is of, and what was bought: each has bought one thing. */
    private static final String OF =
            " join tenancy.tenant t using (tenant_id) join billing.subscription b using (tenant_id)";

    List<String> invoices() {
        return lines("""
                select concat_ws(' ', t.slug, period_from, period_until, total,
                                 cast(issued_at at time zone i.time_zone as date), due_on, 'ahead', coalesce(ahead, 0))
                  from billing.invoice i
                """ + OF);
    }

    /** The numbers of each issuer, in order. */
    List<String> numbers() {
        return lines("""
                select concat_ws(' ', t.slug, string_agg(distinct i.prefix, ','), string_agg(i.number::text, ',' order by i.number))
                  from billing.invoice i join tenancy.tenant t on t.tenant_id = i.issuer_id group by t.slug
                """);
    }

    List<String> steps() {
        return lines("""
                select concat_ws(' ', t.slug, i.period_from, s.kind, s.day, cast(s.taken_at at time zone i.time_zone as date))
                  from billing.dunning_step s join billing.invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
                  join tenancy.tenant t on t.tenant_id = s.tenant_id
                """);
    }

    List<String> stopped() {
        return lines("select slug from tenancy.tenant where status = 'suspended'");
    }

    List<String> reports() {
        return lines("""
                select concat_ws(' ', t.slug, r.kind, r.starts_on, cast(r.written_at at time zone b.time_zone as date))
                  from billing.usage_report r
                """ + OF);
    }

    List<String> alerts() {
        return lines("""
                select concat_ws(' ', t.slug, a.meter, a.starts_on, a.threshold,
                                 cast(a.reached_at at time zone b.time_zone as date))
                  from billing.usage_alert a
                """ + OF);
    }

    List<String> budgetAlerts() {
        return lines("""
                select concat_ws(' ', t.slug, a.starts_on, a.threshold, cast(a.reached_at at time zone b.time_zone as date))
                  from billing.budget_alert a
                """ + OF);
    }

    List<String> tasks() {
        return lines("""
                select concat_ws(' ', t.slug, k.kind, k.meter, k.starts_on)
                  from billing.task k join tenancy.tenant t on t.tenant_id = k.customer_id
                """);
    }

    List<String> reminders() {
        return lines("""
                select concat_ws(' ', t.slug, r.kind, r.due_on, cast(r.told_at at time zone b.time_zone as date))
                  from billing.reminder r
                """ + OF);
    }

    List<String> mails() {
        return lines("""
                select concat_ws(' ', t.slug, m.kind, cast(m.created_at at time zone b.time_zone as date)) from platform.mail m
                """ + OF + " where m.kind not like 'domain-%'");
    }

    /** What was written about domains, and when. */
    List<Written> aboutDomains() {
        return Objects.requireNonNull(all.many(
                        Purpose.routine("test"),
                        database -> database.sql(
                                        "select kind, created_at from platform.mail where kind like 'domain-%' order by created_at, id")
                                .map(row -> new Written(
                                        Objects.requireNonNull(row.get("kind", String.class)),
                                        Objects.requireNonNull(row.get("created_at", Instant.class))))
                                .all())
                .collectList()
                .block(PATIENCE));
    }

    record Written(String kind, Instant at) {}

    /** How much was counted of what was used. */
    List<String> counted() {
        return lines("""
                select concat_ws(' ', t.slug, trim_scale(sum(d.total))) from usage.daily d
                  join tenancy.tenant t using (tenant_id) group by t.slug
                """);
    }

    private List<String> lines(String query) {
        return Objects.requireNonNull(all.many(
                        Purpose.routine("test"),
                        database -> database.sql(query).mapValue(String.class).all())
                .collectList()
                .block(PATIENCE));
    }
}
