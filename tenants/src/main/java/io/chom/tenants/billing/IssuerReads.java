package io.chom.tenants.billing;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.util.function.BiFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Reads what the acting tenant sold, for owners and administrators of a brand owner and for the platform's operator.
 *
 * <p>What a brand owner's customers were billed, its own transaction sees. What the platform billed brand owners is theirs,
 * where the platform sees nothing: that is read across tenants, and who did is recorded. So whatever is read here is asked for
 * by its issuer, or by ids of invoices that were.
 */
@Component
public class IssuerReads {

    private static final Purpose RECEIVABLES = Purpose.audited("what the platform billed");

    private final TenantService tenants;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final CrossTenant crossTenant;

    IssuerReads(
            TenantService tenants,
            DatabaseClient database,
            TransactionalOperator transactions,
            CrossTenant crossTenant) {
        this.tenants = tenants;
        this.database = database;
        this.transactions = transactions;
        this.crossTenant = crossTenant;
    }

    /** Who acts for a seller. Refused with {@code forbidden} for everybody else, such as an operator who acts for another. */
    public Mono<Acting> issuer() {
        return Permission.any("owner", "admin", "operator")
                .filter(Acting::isReseller)
                .filterWhen(acting -> isOperator(acting) ? isPlatform() : Mono.just(true))
                .switchIfEmpty(Permission.denied());
    }

    /**
     * Reads in one transaction.
     *
     * @param work given the seller, and with what to read; whatever it reads is of that seller
     */
    public <T> Mono<T> read(BiFunction<Acting, DatabaseClient, Mono<T>> work) {
        return issuer().flatMap(acting -> isOperator(acting)
                ? crossTenant.one(RECEIVABLES, all -> work.apply(acting, all))
                : Mono.defer(() -> work.apply(acting, database)).as(transactions::transactional));
    }

    private static boolean isOperator(Acting acting) {
        return acting.actor().may("operator");
    }

    private Mono<Boolean> isPlatform() {
        return tenants.current().map(tenant -> tenant.kind() == Tenant.Kind.PLATFORM);
    }
}
