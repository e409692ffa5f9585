package io.chom.tenants.billing;

import io.chom.tenants.billing.LineItem.Counted;
import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Moved;
import io.chom.tenants.billing.LineItem.Share;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing.Charge;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes charges as sentences: "12 GB over your 100 GB × $0.05 = $0.60". */
final class Formula {

    private Formula() {}

    /** The charges for what was used beyond an allowance, each with its own sentence. */
    static Stream<LineItem> overage(MeterUsage usage, Period days) {
        var overage = usage.allowance().overage();
        List<Charge> charges = overage == null ? List.of() : overage.charges(usage.overage());
        return IntStream.range(0, charges.size()).mapToObj(at -> overage(usage, charges.get(at), at == 0, days));
    }

    private static LineItem overage(MeterUsage usage, Charge charge, boolean isFirst, Period days) {
        return new LineItem(
                Kind.OVERAGE,
                usage.meter().id().value(),
                usage.meter().name() + " overage",
                sentence(usage, charge, isFirst),
                days,
                new Counted(usage.meter().id(), usage.allowance().included(), charge, isFirst),
                charge.amount());
    }

    /** The base price of a month, or of the days that it had where a year cut it short. */
    static LineItem plan(Plan plan, Period days, int of) {
        var share = new Share("", days.days(), of, plan.price(), plan.seatCount(), 0);
        return share.days() == of
                ? LineItem.plan(plan, days)
                : new LineItem(
                        Kind.PLAN,
                        plan.name(),
                        Wording.title(plan) + " plan",
                        sentence(share),
                        days,
                        share,
                        share.amount());
    }

    /**
     * What a change of plan adds to the period in which it is made.
     *
     * @param period a month, or a year for a change between plans by the year
     * @param of how many days the period has where none cuts it short
     */
    static Optional<LineItem> change(Plan before, PlanStep step, Period period, int of) {
        var days = new Period(step.from(), period.until(), period.zone());
        var difference = step.plan().price(step.term()).minus(before.price(step.term()));
        return share(step, days, of)
                .map(left -> new Share(
                        before.name(), left, of, difference, step.plan().seatCount(), before.seatCount()))
                .map(share -> new LineItem(
                        Kind.CHANGE,
                        step.plan().name(),
                        "%s instead of %s".formatted(Wording.title(step.plan()), Wording.title(before)),
                        sentence(share),
                        days,
                        share,
                        share.amount()));
    }

    private static String sentence(Share share) {
        return "%s a %s × %d of %d days = %s"
                .formatted(
                        Wording.of(share.difference()),
                        share.term().word(),
                        share.days(),
                        share.of(),
                        Wording.of(share.amount()));
    }

    private static Optional<Integer> share(PlanStep step, Period left, int of) {
        return switch (step.proration()) {
            case NOW, NEXT_INVOICE -> Optional.of(left.days());
            case FULL -> Optional.of(of);
            case NONE -> Optional.empty();
        };
    }

    /** What became known of a closed period after it was billed. */
    static LineItem adjustment(Meter meter, Money billed, Money due, Period days) {
        var moved = new Moved(billed, due);
        return new LineItem(
                Kind.ADJUSTMENT,
                meter.id().value(),
                meter.name() + ", late usage",
                "%s – %s comes to %s instead of %s: usage of that time was reported after its invoice"
                        .formatted(days.from(), days.until().minusDays(1), Wording.of(due), Wording.of(billed)),
                days,
                moved,
                moved.amount());
    }

    /**
     * What an invoice gives back beyond what it comes to, or takes up of that.
     *
     * @param before the credit from earlier invoices
     * @param after what is left of it for later ones
     */
    static LineItem carried(Money before, Money after, Period days) {
        var moved = new Moved(before, after);
        boolean isPutOff = moved.amount().minor() > 0;
        return new LineItem(
                Kind.CARRIED,
                "credit",
                isPutOff ? "Credit carried forward" : "Credit brought forward",
                isPutOff
                        ? "More is given back than is charged: %s are taken off the next invoice"
                                .formatted(Wording.of(after))
                        : "%s of a credit of %s; %s are left"
                                .formatted(Wording.of(before.minus(after)), Wording.of(before), Wording.of(after)),
                days,
                moved,
                moved.amount());
    }

    /** The tax on what everything else comes to. */
    static LineItem tax(TaxRule rule, Money base, Period days) {
        var amount = rule.on(base);
        return new LineItem(
                Kind.TAX,
                rule.category().word(),
                "Tax",
                sentence(rule, base, amount),
                days,
                new Taxed(rule, base),
                amount);
    }

    private static String sentence(TaxRule rule, Money base, Money amount) {
        return switch (rule.category()) {
            case STANDARD ->
                "%s %% of %s = %s"
                        .formatted(
                                rule.rate().stripTrailingZeros().toPlainString(), Wording.of(base), Wording.of(amount));
            case REVERSE_CHARGE -> "Reverse charge: the buyer owes the tax on " + Wording.of(base);
            case EXEMPT -> rule.reason().isEmpty() ? "The seller is not registered for tax" : rule.reason();
            case OUTSIDE -> "Not subject to tax in the country of the seller";
        };
    }

    private static String sentence(MeterUsage usage, Charge charge, boolean isFirst) {
        String flat = charge.flat().minor() == 0 ? "" : " + " + Wording.of(charge.flat());
        return quantity(usage, charge, isFirst) + " × " + Wording.of(charge.price()) + flat + " = "
                + Wording.of(charge.amount());
    }

    private static String quantity(MeterUsage usage, Charge charge, boolean isFirst) {
        String unit = usage.meter().unit();
        String counted = charge.size().compareTo(BigDecimal.ONE) == 0
                ? Wording.of(charge.units(), unit)
                : Wording.of(charge.units(), "× " + Wording.of(charge.size(), unit));
        return isFirst ? counted + " over your " + Wording.of(usage.allowance().included(), unit) : "then " + counted;
    }
}
