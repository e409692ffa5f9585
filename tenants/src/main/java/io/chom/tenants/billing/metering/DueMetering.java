package io.chom.tenants.billing.metering;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all payers whose usage is to be told. */
@Repository
class DueMetering {

    private static final Purpose METERING = Purpose.routine("usage meters");

    private static final String TAKE = """
            with due as (
                select tenant_id, issuer_id from billing.payment_payer
                 where metered_at <= :now order by metered_at limit :most for update skip locked)
            update billing.payment_payer p set metered_at = :until from due
             where p.tenant_id = due.tenant_id and p.issuer_id = due.issuer_id
            returning p.tenant_id, p.reseller_id, p.account, p.customer
            """;

    private static final String NEXT = """
            update billing.payment_payer set metered_at = :at where tenant_id = :tenant and customer = :customer
            """;

    private final CrossTenant crossTenant;

    DueMetering(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Takes some whose usage is to be told; nobody else gets them before the lease is over. */
    Flux<MeteredPayer> take(int most, Instant now, Duration lease) {
        return crossTenant.take(METERING, TAKE, most, now, lease, DueMetering::payer);
    }

    /** When somebody's usage is told again. */
    Mono<Void> next(MeteredPayer payer, Instant at) {
        return crossTenant
                .one(
                        METERING,
                        database -> database.sql(NEXT)
                                .bind("at", at)
                                .bind("tenant", payer.tenant().value())
                                .bind("customer", payer.customer())
                                .fetch()
                                .rowsUpdated())
                .then();
    }

    private static MeteredPayer payer(Readable row) {
        return new MeteredPayer(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                new TenantId(Objects.requireNonNull(row.get("reseller_id", UUID.class))),
                row.get("account", String.class),
                Objects.requireNonNull(row.get("customer", String.class)));
    }
}
