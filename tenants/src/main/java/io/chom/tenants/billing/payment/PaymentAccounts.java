package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Into which accounts issuers are paid. Whoever owes them is told, though the account is not theirs to read. */
@Repository
class PaymentAccounts {

    private static final Purpose ACCOUNTS = Purpose.routine("payment accounts");

    private final CrossTenant crossTenant;
    private final TenantService tenants;

    PaymentAccounts(CrossTenant crossTenant, TenantService tenants) {
        this.crossTenant = crossTenant;
        this.tenants = tenants;
    }

    /** Whom the acting tenant owes, if they can be paid by card: its brand owner; the platform, if it owns a brand itself. */
    Mono<Payee> payee() {
        return TenantContext.require()
                .flatMap(acting -> acting.isReseller() ? platform(acting) : connected(acting.reseller()));
    }

    private Mono<Payee> platform(Acting acting) {
        return tenants.platform()
                .map(Tenant::id)
                .filter(platform -> !platform.equals(acting.tenant()))
                .map(platform -> new Payee(platform, null));
    }

    private Mono<Payee> connected(TenantId issuer) {
        return crossTenant.one(
                ACCOUNTS,
                database -> database.sql("""
                        select account from billing.payment_account where tenant_id = :issuer and can_charge
                        """)
                        .bind("issuer", issuer.value())
                        .map(row -> new Payee(issuer, row.get("account", String.class)))
                        .one());
    }

    /** Takes brand owners whose accounts are to be looked at; nobody else gets them before the lease is over. */
    Flux<TenantId> take(int most, Instant now, Duration lease) {
        return crossTenant.many(
                ACCOUNTS,
                database -> database.sql("""
                        update billing.payment_account set check_at = :until
                         where tenant_id in (select tenant_id from billing.payment_account
                                where check_at <= :now order by check_at limit :most for update skip locked)
                        returning tenant_id
                        """)
                        .bind("until", now.plus(lease))
                        .bind("now", now)
                        .bind("most", most)
                        .map(row -> new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))))
                        .all());
    }

    /** Whose account it is, or empty if it is nobody's of ours. */
    Mono<TenantId> ownerOf(String account) {
        return crossTenant.one(
                ACCOUNTS,
                database -> database.sql("""
                        select tenant_id from billing.payment_account where account = :account order by tenant_id limit 1
                        """)
                        .bind("account", account)
                        .map(row -> new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))))
                        .one());
    }
}
