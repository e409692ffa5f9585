package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription pays in advance: each year when it begins, what a dearer plan adds to a year when it is chosen, and what
 * it adds to a month where the catalogue has that paid at once. A month of which something is paid so is never cut short.
 * Nothing that has begun ever changes, so that what is billed of it is told by how many there are.
 *
 * @param on the day on which it is owed
 * @param plan what it is for
 * @param line the charge; its days are those that it pays for
 * @param discount what is taken off it; null where nothing is
 */
public record Prepaid(
        LocalDate on, Plan plan, LineItem line, @Nullable LineItem discount) {

    /** One that nothing is taken off. */
    public Prepaid(LocalDate on, Plan plan, LineItem line) {
        this(on, plan, line, null);
    }

    /** The charge, and what is taken off it. */
    public List<LineItem> lines() {
        return discount == null ? List.of(line) : List.of(line, discount);
    }

    /** What is owed, zero or more. */
    public Money due() {
        return discount == null ? line.amount() : line.amount().plus(discount.amount());
    }

    /** What the invoice of it comes to, with the tax where there is a rule for it. */
    public Money total(Optional<TaxRule> rule) {
        return Estimate.of(lines(), line.amount().currency())
                .taxed(rule, line.days())
                .total();
    }

    /** Years one after the other; without end where the last day is null. */
    private record Run(LocalDate from, @Nullable LocalDate until) {

        boolean has(Period year) {
            return until == null || year.from().isBefore(until);
        }
    }

    /**
     * The one after so many others.
     *
     * @return empty where there will be none unless something changes
     */
    static Optional<Prepaid> after(Bought bought, int count) {
        var found = new ArrayList<Prepaid>();
        var within = new ArrayDeque<>(withinMonths(bought));
        for (Run run : runs(bought)) {
            while (!within.isEmpty() && !within.element().on().isAfter(run.from())) {
                found.add(within.remove());
            }
            for (int years = 0; found.size() <= count; years++) {
                Period year =
                        Period.year(run.from(), years, bought.subscription().zone());
                if (!run.has(year)) {
                    break;
                }
                of(bought, year).forEach(found::add);
            }
        }
        found.addAll(within);
        return found.stream().skip(count).findFirst();
    }

    /** What changes within months add to them at once. */
    private static List<Prepaid> withinMonths(Bought bought) {
        return IntStream.range(1, bought.steps().size())
                .filter(at -> bought.steps().get(at).isPaidAtOnce())
                .mapToObj(at -> withinMonth(bought, at))
                .flatMap(Optional::stream)
                .toList();
    }

    /** By what was known when it was chosen: what is chosen later changes nothing about it. */
    private static Optional<Prepaid> withinMonth(Bought bought, int at) {
        PlanStep step = bought.steps().get(at);
        Bought then = bought.until(at + 1);
        Period month =
                then.period(step.from().atStartOfDay(then.subscription().zone()).toInstant());
        return Formula.change(bought.steps().get(at - 1).plan(), step, month, month.days())
                .map(line -> new Prepaid(
                        step.from(),
                        step.plan(),
                        line,
                        Reductions.line(then, month, List.of(line)).orElse(null)));
    }

    /** What a change makes owed on its day that was not; empty where it is nothing, or billed when its month is over. */
    static Optional<Prepaid> by(Bought bought, PlanStep change) {
        if (change.isPaidAtOnce()) {
            Bought changed = bought.with(change);
            return withinMonth(changed, changed.steps().size() - 1);
        }
        LocalDate trial = bought.subscription().trialUntil();
        LocalDate day = trial != null && bought.subscription().isTried(change.from()) ? trial : change.from();
        boolean isWithin = bought.replaces(change).isAfter(change.from());
        return change.term() == Term.YEAR
                ? on(bought.with(change), day)
                        .skip(isWithin ? on(bought, day).count() : 0)
                        .findFirst()
                : Optional.empty();
    }

    /** What is owed on a day on which a year begins; empty where none does. */
    public static Optional<Prepaid> begun(Bought bought, LocalDate day) {
        return on(bought, day)
                .filter(one -> one.line().kind() == LineItem.Kind.YEAR)
                .findFirst();
    }

    private static Stream<Prepaid> on(Bought bought, LocalDate day) {
        return year(bought, day).stream()
                .flatMap(year -> of(bought, year))
                .filter(one -> one.on().equals(day));
    }

    static Optional<Period> year(Bought bought, LocalDate day) {
        return runs(bought).stream()
                .filter(run -> !run.from().isAfter(day))
                .reduce((before, last) -> last)
                .map(run -> year(run, day, bought))
                .filter(year -> day.isBefore(year.until()));
    }

    /** The last one that it has up to a day. */
    private static Period year(Run run, LocalDate day, Bought bought) {
        var zone = bought.subscription().zone();
        int years = day.getYear() - run.from().getYear();
        Period year = Period.year(run.from(), years, zone);
        while (years > 0 && (day.isBefore(year.from()) || !run.has(year))) {
            years--;
            year = Period.year(run.from(), years, zone);
        }
        return year;
    }

    private static Stream<Prepaid> of(Bought bought, Period year) {
        var steps = bought.steps();
        Plan first = steps.stream()
                .filter(step -> step.from().isBefore(year.from()) || begins(step, year))
                .reduce(steps.getFirst(), (before, after) -> after)
                .plan();
        var begun = new Prepaid(year.from(), first, LineItem.year(first, year));
        return Stream.concat(Stream.of(begun), changes(steps, year))
                .map(one -> new Prepaid(
                        one.on(),
                        one.plan(),
                        one.line(),
                        Reductions.line(bought, year, List.of(one.line())).orElse(null)));
    }

    private static Stream<Prepaid> changes(List<PlanStep> steps, Period year) {
        var changes = new ArrayList<Prepaid>();
        for (int at = 1; at < steps.size(); at++) {
            PlanStep step = steps.get(at);
            boolean isWithin = !step.from().isBefore(year.from()) && step.from().isBefore(year.until());
            if (isWithin && !begins(step, year)) {
                Formula.change(steps.get(at - 1).plan(), step, year, year.days())
                        .map(line -> new Prepaid(step.from(), step.plan(), line))
                        .ifPresent(changes::add);
            }
        }
        return changes.stream();
    }

    /** Whether a year begins with it, so that it costs a year and not a difference. */
    private static boolean begins(PlanStep step, Period year) {
        return step.from().equals(year.from()) && step.proration() == Proration.NONE;
    }

    private static List<Run> runs(Bought bought) {
        var subscription = bought.subscription();
        var runs = new ArrayList<Run>();
        LocalDate from = null;
        for (PlanStep step : bought.steps()) {
            if (step.term() == Term.YEAR && from == null) {
                from = subscription.isTried(step.from()) ? subscription.trialUntil() : step.from();
            } else if (step.term() == Term.MONTH && from != null) {
                runs.add(new Run(from, step.from()));
                from = null;
            }
        }
        if (from != null) {
            runs.add(new Run(from, end(subscription)));
        }
        return runs.stream()
                .filter(run -> run.until() == null || run.from().isBefore(run.until()))
                .toList();
    }

    /** A subscription that has ended without a day for it owes nothing any more. */
    private static @Nullable LocalDate end(Subscription subscription) {
        return subscription.endsOn() == null && subscription.status() == Subscription.Status.CANCELLED
                ? LocalDate.MIN
                : subscription.endsOn();
    }
}
