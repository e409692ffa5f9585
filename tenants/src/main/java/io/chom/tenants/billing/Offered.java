package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.Instant;

/** What somebody with a plan may change to. Pure; refused as {@link PlanChanges#quote} says. */
final class Offered {

    private Offered() {}

    /** A plan on sale in the catalogue and the currency of what is had, by its slug. */
    static Plan plan(Bought bought, String slug, Catalogues catalogues) {
        String catalogue = bought.subscription().catalogue();
        return catalogues
                .plan(catalogue, slug, bought.currency())
                .orElseThrow(() -> catalogues.plan(catalogue, slug).isPresent()
                        ? OwnCurrency.other(bought.currency())
                        : SubscriptionService.unknownPlan(catalogue, slug));
    }

    /** What was agreed to: the plan that is had, as it was sold, or else the one on sale. */
    static Plan plan(Bought bought, Plan agreed, Catalogues catalogues) {
        return agreed.isSoldAs(bought.sold()) ? bought.sold() : plan(bought, agreed.slug(), catalogues);
    }

    /**
     * The same for some seats.
     *
     * @param seats 0 for as many as are had, or else the nearest number that is sold, but one for each person
     * @param people who are there
     */
    static Plan of(Bought bought, Plan plan, Term term, int seats, int people, Instant now) {
        if (bought.subscription().endsOn() != null) {
            throw new Refused(new Failure.Conflict(
                    "billing.ends", "The subscription is about to end. Let it go on before you change it."));
        }
        if (bought.pause(now).isPresent()) {
            throw new Refused(new Failure.Conflict(
                    "billing.paused", "The plan is paused, or about to be. Resume it before you change it."));
        }
        Plan had = bought.plan();
        Plan wanted = SeatUse.wanted(plan.seatedAs(had), seats == 0 ? all(plan.seatedAs(had), people) : seats, people);
        if (wanted.isSoldAs(had) && wanted.seatCount() == had.seatCount() && term == bought.term()) {
            throw new Refused(new Failure.Conflict("billing.same-plan", "You have this plan already."));
        }
        if (!plan.isSoldBy(term)) {
            throw SubscriptionService.notByTheYear(plan);
        }
        return wanted;
    }

    private static int all(Plan plan, int people) {
        return Math.max(plan.seatCount(), people);
    }
}
