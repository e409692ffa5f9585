package io.chom.tenants.developer.calls;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Allowance.Per;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What all processes agree on: the plan of a tenant, and who has how many calls of its day. */
@Component
class CallBook {

    private static final MeterId CALLS = new MeterId("api_calls");
    private static final int KEPT_DAYS = 7;

    private final ApiPlans plans;
    private final Catalogues catalogues;
    private final CallDays days;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    CallBook(
            ApiPlans plans,
            Catalogues catalogues,
            CallDays days,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.days = days;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** Runs the work in one transaction of the tenant. */
    <T> Mono<T> as(Acting acting, Mono<T> work) {
        return work.as(transactions::transactional).contextWrite(TenantContext.as(acting));
    }

    /** What the tenant may call today; not limited without a plan. */
    Mono<Terms> terms(TenantId tenant) {
        return plans.find(tenant).map(this::terms).defaultIfEmpty(Terms.of(null, clock.instant(), ZoneOffset.UTC));
    }

    /**
     * What may be called today under a plan.
     *
     * @throws IllegalStateException if its catalogue is not among those that this program can read
     */
    Terms terms(ApiPlan chosen) {
        Plan plan = catalogues
                .plan(chosen.catalogue(), chosen.version(), chosen.slug())
                .orElseThrow(() -> new IllegalStateException("The API plan of " + chosen.tenant() + " is of version "
                        + chosen.version() + " of the catalogue " + chosen.catalogue() + ", plan " + chosen.slug()
                        + ", which is in no published catalogue."));
        Long limit = plan.allowance(CALLS)
                .filter(one -> one.per() == Per.DAY && one.enforcement() == Enforcement.HARD)
                .map(Allowance::included)
                .map(BigDecimal::longValue)
                .orElse(null);
        return Terms.of(limit, clock.instant(), chosen.zone());
    }

    /** Takes down what is said of a lease, and gives it what is wanted. */
    Mono<CallDays.Standing> settle(TenantId tenant, Claim claim) {
        return days.settle(tenant, claim);
    }

    /** Drops what is too old to be said anew by anybody. */
    Mono<Long> forget(TenantId tenant, LocalDate today) {
        return days.forget(tenant, today.minusDays(KEPT_DAYS));
    }

    /** Asks all other processes to give back what they have of the tenant's day and do not need. */
    Mono<Void> ask(TenantId tenant, UUID process) {
        return broadcast.send(CallLimits.CHANNEL, tenant + " " + process);
    }

    long now() {
        return clock.millis();
    }
}
