package io.chom.tenants.billing;

import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.Plan;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of plan would mean, before it is made.
 *
 * @param change the new plan, its first day and what it costs for the rest of the period
 * @param before the running period as it is
 * @param after the running period with the change; the same where the change waits for the next
 * @param later a whole period on the new plan with the usage of the running one
 */
public record Quote(PlanStep change, UsageOverview before, UsageOverview after, Estimate later) {

    /** The plan that would be left. */
    public Plan from() {
        return before.plan();
    }

    /** The plan that would be had. */
    public Plan to() {
        return change.plan();
    }

    /** Whether it takes effect in the running period and not with the next. */
    public boolean isNow() {
        return change.from().isBefore(before.period().until());
    }

    /** The day on which the running period is invoiced. */
    public LocalDate invoicedOn() {
        return before.period().until();
    }

    /** What the change adds to the invoice of the running period; empty where it adds nothing of its own. */
    public Optional<LineItem> difference() {
        return after.estimate().lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.CHANGE
                        && line.days().from().equals(change.from()))
                .findFirst();
    }

    /** What only the plan before gives. */
    public Set<Entitlement> lost() {
        var lost = new HashSet<>(from().entitlements());
        lost.removeAll(to().entitlements());
        return Set.copyOf(lost);
    }

    /** Whether it promises the same prices and days as another; what was used meanwhile is of no matter. */
    boolean agreesWith(Quote other) {
        return change.equals(other.change)
                && from().equals(other.from())
                && before.period().equals(other.before.period())
                && difference().equals(other.difference());
    }
}
