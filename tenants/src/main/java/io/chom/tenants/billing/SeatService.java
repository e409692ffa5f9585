package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Crew;
import io.chom.tenants.tenancy.Seating;
import io.chom.tenants.usage.UsageRights;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tells how many people may belong to an organisation by its plan, and how many do. */
@Service
public class SeatService implements Seating {

    private final Subscriptions subscriptions;
    private final Catalogues catalogues;
    private final Crew crew;
    private final TransactionalOperator transactions;
    private final Clock clock;

    SeatService(
            Subscriptions subscriptions,
            Catalogues catalogues,
            Crew crew,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.catalogues = catalogues;
        this.crew = crew;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The seats of the acting tenant; needs {@code usage:read}. Empty without a running plan that is sold by the seat. */
    public Mono<SeatUse> current() {
        return UsageRights.reader()
                .flatMap(acting -> bought().map(Bought::plan)
                        .filter(plan -> plan.seats() != null)
                        .flatMap(plan -> crew.count(acting.tenant()).map(people -> new SeatUse(plan, people))))
                .as(transactions::transactional);
    }

    /** How many people belong to the acting tenant; needs {@code usage:read}. */
    public Mono<Integer> people() {
        return UsageRights.reader()
                .flatMap(acting -> crew.count(acting.tenant()))
                .as(transactions::transactional);
    }

    /** Everybody who acts for the tenant may ask; fewer seats that are to come count already, so that nobody loses one. */
    @Override
    public Mono<Integer> most() {
        return bought().flatMap(bought -> Mono.justOrEmpty(plans(bought)
                        .filter(plan -> plan.seats() != null)
                        .map(Plan::seatCount)
                        .min(Integer::compare)))
                .as(transactions::transactional);
    }

    private Stream<Plan> plans(Bought bought) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), bought.subscription().zone());
        return Stream.concat(
                Stream.of(bought.plan()),
                bought.steps().stream()
                        .filter(step -> step.from().isAfter(today))
                        .map(PlanStep::plan));
    }

    private Mono<Bought> bought() {
        return TenantContext.require()
                .flatMap(acting -> subscriptions.running(acting.tenant()))
                .flatMap(running -> Mono.justOrEmpty(Bought.find(running, catalogues, clock.instant())));
    }
}
