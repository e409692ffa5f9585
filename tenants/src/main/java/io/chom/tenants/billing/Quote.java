package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of plan would mean, before it is made.
 *
 * @param change the new plan, its first day and what it costs for the rest of the period
 * @param before the running period as it is
 * @param after the running period with the change; the same where the change waits for the next, and cut short where a year
 *     takes its place
 * @param later a whole month on the new plan with the usage of the running one
 * @param prepaid what is paid in advance when the change takes effect, without tax; null where nothing is
 * @param off percent off the first month or year whose price is that of the new plan alone; zero where nothing is
 * @param tax what is added to what is paid in advance; null where nothing is known to be
 */
public record Quote(
        PlanStep change,
        UsageOverview before,
        UsageOverview after,
        Estimate later,
        @Nullable Prepaid prepaid,
        BigDecimal off,
        @Nullable TaxRule tax) {

    /** One without tax. */
    public Quote(
            PlanStep change,
            UsageOverview before,
            UsageOverview after,
            Estimate later,
            @Nullable Prepaid prepaid,
            BigDecimal off) {
        this(change, before, after, later, prepaid, off, null);
    }

    /** The same with the tax on what is paid today and on the invoice of the period; prices of plans are without. */
    Quote taxed(Optional<TaxRule> rule) {
        return new Quote(change, before.taxed(rule), after.taxed(rule), later, prepaid, off, rule.orElse(null));
    }

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

    /** Whether a year does not begin at once because something of the running month is paid already. */
    public boolean isYearAfterPaidMonth() {
        return !isNow() && before.term() == Term.MONTH && change.term() == Term.YEAR;
    }

    /** The day on which the running period is invoiced. */
    public LocalDate invoicedOn() {
        return after.period().until();
    }

    /** What is to be paid in advance today with its tax, zero or more. */
    public Money dueToday() {
        return Optional.ofNullable(prepaid)
                .filter(one -> isNow() && one.on().equals(change.from()))
                .map(one -> one.total(Optional.ofNullable(tax)))
                .orElse(Money.zero(to().price().currency()));
    }

    /** The first day whose price is that of the new plan without regard to the change: of the next month or year of it. */
    public LocalDate renewsOn() {
        return renewsOn(change, before, after, prepaid);
    }

    static LocalDate renewsOn(PlanStep change, UsageOverview before, UsageOverview after, @Nullable Prepaid prepaid) {
        boolean isNow = change.from().isBefore(before.period().until());
        if (prepaid == null) {
            return isNow ? after.period().until() : change.from();
        }
        return isNow && prepaid.on().equals(change.from())
                ? prepaid.line().days().until()
                : prepaid.on();
    }

    /** What the new plan costs from {@link #renewsOn} on, with what is off then. */
    public Money price() {
        return Reductions.less(to().price(change.term()), off);
    }

    /** What is taken off the running period with the change; empty where nothing is. */
    public Optional<LineItem> discount() {
        return after.estimate().lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.DISCOUNT)
                .findFirst();
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
                && difference().equals(other.difference())
                && discount().equals(other.discount())
                && off.equals(other.off)
                && Objects.equals(prepaid, other.prepaid);
    }
}
