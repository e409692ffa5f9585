package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import java.time.LocalDate;

/**
 * A plan and when a subscription had it.
 *
 * @param from its first day, in the zone of the subscription
 * @param plan as it was sold, for as many seats as were chosen
 * @param proration what it costs for the rest of the month, or of the year where both are paid by the year, that the day lies
 *     in; nothing where it was agreed to before, or a whole term begins with it
 * @param term how long it is paid for at once
 */
public record PlanStep(LocalDate from, Plan plan, Proration proration, Term term) {

    /** One that is paid for by the month. */
    public PlanStep(LocalDate from, Plan plan, Proration proration) {
        this(from, plan, proration, Term.MONTH);
    }

    /** Whether it costs what it adds to its month on its own day, and not when the month is over. */
    boolean isPaidAtOnce() {
        return term == Term.MONTH && proration == Proration.NOW;
    }

    PlanChange change() {
        return new PlanChange(from, plan.version(), plan.slug(), proration, term, plan.seatCount());
    }
}
