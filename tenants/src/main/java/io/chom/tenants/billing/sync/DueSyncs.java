package io.chom.tenants.billing.sync;

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

/** Finds across all payers of whom the provider is to learn something. */
@Repository
class DueSyncs {

    private static final Purpose SYNC = Purpose.routine("payers at the provider");

    private static final String TAKE = """
            with due as (
                select tenant_id, issuer_id from billing.payment_payer
                 where metered_at <= :now order by metered_at limit :most for update skip locked)
            update billing.payment_payer p set metered_at = :until from due
             where p.tenant_id = due.tenant_id and p.issuer_id = due.issuer_id
            returning p.tenant_id, p.reseller_id, p.issuer_id, p.account, p.customer
            """;

    private static final String NEXT = """
            update billing.payment_payer set metered_at = :at where tenant_id = :tenant and issuer_id = :issuer
            """;

    private final CrossTenant crossTenant;

    DueSyncs(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Takes some whose turn it is; nobody else gets them before the lease is over. */
    Flux<SyncedPayer> take(int most, Instant now, Duration lease) {
        return crossTenant.take(SYNC, TAKE, most, now, lease, DueSyncs::payer);
    }

    /** When it is somebody's turn again. */
    Mono<Void> next(SyncedPayer payer, Instant at) {
        return crossTenant
                .one(
                        SYNC,
                        database -> database.sql(NEXT)
                                .bind("at", at)
                                .bind("tenant", payer.tenant().value())
                                .bind("issuer", payer.issuer().value())
                                .fetch()
                                .rowsUpdated())
                .then();
    }

    private static SyncedPayer payer(Readable row) {
        return new SyncedPayer(
                tenant(row, "tenant_id"),
                tenant(row, "reseller_id"),
                tenant(row, "issuer_id"),
                row.get("account", String.class),
                Objects.requireNonNull(row.get("customer", String.class)));
    }

    private static TenantId tenant(Readable row, String column) {
        return new TenantId(Objects.requireNonNull(row.get(column, UUID.class)));
    }
}
