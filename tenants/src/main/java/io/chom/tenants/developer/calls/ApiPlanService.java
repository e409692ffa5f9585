package io.chom.tenants.developer.calls;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Chooses the API plan of the acting tenant. */
@Service
public class ApiPlanService {

    /** Where API plans are sold. */
    static final String CATALOGUE = "api";

    private final ApiPlans plans;
    private final Catalogues catalogues;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    ApiPlanService(
            ApiPlans plans,
            Catalogues catalogues,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /**
     * Chooses a plan on sale, in place of the one before; needs {@code owner} or {@code admin}, or is done by a job. Every
     * process goes by it within a second. What was called on the day so far under a limit counts against the new one.
     *
     * @param slug name of the plan in the catalogue {@code api}
     * @return fails with {@link Failure.Invalid} {@code calls.unknown-plan}
     */
    public Mono<ApiPlan> choose(String slug) {
        return Permission.any("owner", "admin")
                .flatMap(acting -> choose(acting, slug))
                .as(transactions::transactional);
    }

    private Mono<ApiPlan> choose(Acting acting, String slug) {
        Plan plan = catalogues
                .plan(CATALOGUE, slug)
                .orElseThrow(() -> new Refused(
                        Failure.Invalid.of("calls.unknown-plan", "There is no API plan " + slug + " on sale.")));
        return plans.choose(acting.tenant(), plan, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .flatMap(chosen -> broadcast
                        .send(CallLimits.CHANNEL, acting.tenant().toString())
                        .thenReturn(chosen));
    }
}
