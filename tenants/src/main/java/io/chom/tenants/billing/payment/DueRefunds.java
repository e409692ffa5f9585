package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Finds across all payers what is to go back. */
@Repository
class DueRefunds {

    private static final Purpose REFUNDS = Purpose.routine("refunds");

    private static final String TAKE = """
            with due as (
                select tenant_id, id from billing.refund
                 where check_at <= :now order by check_at limit :most for update skip locked)
            update billing.refund r set check_at = :until from due
             where r.tenant_id = due.tenant_id and r.id = due.id
            returning r.id, r.tenant_id, r.reseller_id, r.issuer_id, r.account, r.intent, r.amount, r.currency, r.requested_at,
                      r.refund
            """;

    private final CrossTenant crossTenant;

    DueRefunds(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Takes refunds that are to be asked for, or after; nobody else gets them before the lease is over. */
    Flux<RefundOrder> take(int most, Instant now, Duration lease) {
        return crossTenant.take(REFUNDS, TAKE, most, now, lease, DueRefunds::order);
    }

    private static RefundOrder order(Readable row) {
        return new RefundOrder(
                new RefundId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "reseller_id", UUID.class)),
                new Payee(new TenantId(get(row, "issuer_id", UUID.class)), row.get("account", String.class)),
                get(row, "intent", String.class),
                new Money(get(row, "amount", Long.class), Currency.getInstance(get(row, "currency", String.class))),
                get(row, "requested_at", Instant.class),
                row.get("refund", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
