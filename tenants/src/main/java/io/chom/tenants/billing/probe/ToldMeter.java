package io.chom.tenants.billing.probe;

import io.chom.tenants.usage.Span;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe was told of a meter in a period.
 *
 * @param account the issuer's; null for the installation's own
 * @param period its first day, as it is written
 * @param told so many whole units
 * @param asked so many more, without an answer yet; 0 where nothing is awaited
 * @param isOver whether the period has been over for so long that nothing of it is on its way any more
 * @param reason why something was not counted; null where nothing was refused last
 */
record ToldMeter(
        UUID tenant,
        String slug,
        @Nullable String account,
        String customer,
        String meter,
        String period,
        Span span,
        long told,
        long asked,
        boolean isOver,
        @Nullable String reason) {

    /** Those that Stripe still keeps by customer: who pays into another account by now is another customer there. */
    static final String ALL = """
            select r.tenant_id, t.slug, p.account, r.customer, r.meter, r.period_from, r.starts_at, r.ends_at, r.told,
                   coalesce(r.asked, 0) as asked, r.ends_at < now() - interval '6 hours' as is_over, r.reason
              from billing.meter_report r
              join tenancy.tenant t on t.tenant_id = r.tenant_id
              join billing.payment_payer p on p.tenant_id = r.tenant_id and p.customer = r.customer
             where cast(? as text) is null or t.slug = ?
             order by r.tenant_id, r.period_from, r.meter
            """;

    static ToldMeter read(ResultSet row) throws SQLException {
        return new ToldMeter(
                Objects.requireNonNull(row.getObject("tenant_id", UUID.class)),
                row.getString("slug"),
                row.getString("account"),
                row.getString("customer"),
                row.getString("meter"),
                row.getString("period_from"),
                new Span(instant(row, "starts_at"), instant(row, "ends_at")),
                row.getLong("told"),
                row.getLong("asked"),
                row.getBoolean("is_over"),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    /** Whether Stripe may count so much. */
    boolean isPossible(BigDecimal counted) {
        return counted.compareTo(BigDecimal.valueOf(told)) == 0
                || counted.compareTo(BigDecimal.valueOf(told + asked)) == 0;
    }

    /** What Stripe should count. */
    String expected() {
        String awaited = asked == 0 ? "" : ", " + asked + " more on the way";
        return told + awaited + (reason == null ? "" : ", refused: " + reason);
    }
}
