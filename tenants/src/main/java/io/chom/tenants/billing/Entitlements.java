package io.chom.tenants.billing;

import io.chom.tenants.billing.EntitledReader.Reading;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Reselling;
import io.chom.tenants.tenancy.Suspensions;
import io.chom.tenants.usage.UsageRights;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * What a tenant may use and how much is left: what its running plan gives it, what it bought besides, and what it was
 * granted; nothing while it is suspended. Answered from memory; what is bought, granted or used is known in every process
 * within a second.
 *
 * <p>Inside of a transaction the database is asked, because there its own changes count already and may yet be undone.
 */
@Service
public class Entitlements implements Reselling {

    private final Holdings holdings;
    private final EntitledReader reader;
    private final Predicate<Acting> suspended;

    @Autowired
    Entitlements(Holdings holdings, EntitledReader reader, Suspensions suspensions) {
        this(holdings, reader, acting -> suspensions.stop(acting.tenant(), acting.reseller()));
    }

    Entitlements(Holdings holdings, EntitledReader reader, Predicate<Acting> suspended) {
        this.holdings = holdings;
        this.reader = reader;
        this.suspended = suspended;
    }

    @Override
    public Mono<Boolean> isIncluded() {
        return has(Entitlement.RESELL);
    }

    /** Whether the acting tenant may use it. Everybody who acts for it may ask. */
    public Mono<Boolean> has(Entitlement wanted) {
        return TenantContext.require().flatMap(this::of).map(entitled -> entitled.may(wanted));
    }

    /** What the acting tenant may use; needs {@code usage:read}. */
    public Mono<Entitled> current() {
        return UsageRights.reader().flatMap(this::of);
    }

    /** What the tenant of somebody who acts may use. Anybody may ask: the answer is of the tenant for which one acts. */
    public Mono<Entitled> of(Acting acting) {
        return insideOfTransaction()
                .flatMap(inside -> inside
                        ? reader.read(acting).map(Reading::entitled)
                        : holdings.of(acting).get())
                .map(found -> unlessSuspended(acting, found));
    }

    /**
     * The same without waiting, for code that must not; as {@link #of} in who may ask.
     *
     * @return empty while this process does not know it, which {@link #of} finds out
     */
    public Optional<Entitled> held(Acting acting) {
        return holdings.find(acting.tenant()).flatMap(Holding::known).map(found -> unlessSuspended(acting, found));
    }

    private Entitled unlessSuspended(Acting acting, Entitled found) {
        return suspended.test(acting) ? found.stopped() : found;
    }

    private static Mono<Boolean> insideOfTransaction() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(TransactionSynchronizationManager::isActualTransactionActive)
                .onErrorReturn(NoTransactionException.class, false);
    }
}
