package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running subscription with its plan as it was sold.
 *
 * @param subscription what was bought
 * @param plan the plan of the moment that was asked for, the {@linkplain Plan#tried() tried} one during a trial and the
 *     {@linkplain Plan#paused() paused} one during a pause, else with the limits that were raised for it
 * @param term how long that plan is paid for at once
 * @param steps the plans one after the other, also one that is to come; the first is the one it began with
 */
public record Bought(Subscription subscription, Plan plan, Term term, List<PlanStep> steps) {

    public Bought {
        steps = List.copyOf(steps);
    }

    /** One by the month. */
    public Bought(Subscription subscription, Plan plan, List<PlanStep> steps) {
        this(subscription, plan, Term.MONTH, steps);
    }

    /** With the plan of a moment; empty if one of its plans is in no catalogue that this program can read. */
    static Optional<Bought> find(Subscription running, Catalogues catalogues, Instant at) {
        List<PlanStep> steps = Stream.concat(Stream.of(first(running)), running.changes().stream())
                .flatMap(one -> plan(running, one, catalogues).stream()
                        .map(plan -> new PlanStep(one.from(), plan.seated(one.seats()), one.proration(), one.term())))
                .toList();
        return steps.size() == running.changes().size() + 1
                ? Optional.of(new Bought(
                                running,
                                steps.getFirst().plan(),
                                steps.getFirst().term(),
                                steps)
                        .at(at))
                : Optional.empty();
    }

    /**
     * In the currency it was bought in. One from before catalogues had several is in the main one, and where a later version of
     * then was sold in another only, in that.
     */
    private static Optional<Plan> plan(Subscription running, PlanChange one, Catalogues catalogues) {
        String catalogue = running.catalogue();
        return running.currency() == null
                ? catalogues
                        .currency(catalogue, running.version())
                        .flatMap(main -> catalogues.plan(catalogue, one.version(), one.plan(), main))
                        .or(() -> catalogues.plan(catalogue, one.version(), one.plan()))
                : catalogues.plan(catalogue, one.version(), one.plan(), running.currency());
    }

    /** The currency of everything about it. */
    public Currency currency() {
        return plan.currency();
    }

    /** @throws IllegalStateException if one of its plans is in no catalogue that this program can read */
    static Bought of(Subscription running, Catalogues catalogues, Instant at) {
        return find(running, catalogues, at)
                .orElseThrow(
                        () -> new IllegalStateException("Subscription " + running.id() + " was sold from the catalogue "
                                + running.catalogue() + ": " + running + ", which is in no published catalogue."));
    }

    /** The same at another moment. */
    Bought at(Instant moment) {
        return on(LocalDate.ofInstant(moment, subscription.zone()));
    }

    /** The plan of another day of its zone. */
    public Plan plan(LocalDate day) {
        return on(day).plan();
    }

    /** The same on another day of its zone. */
    public Bought on(LocalDate day) {
        PlanStep then = steps.stream()
                .filter(step -> !step.from().isAfter(day))
                .reduce(steps.getFirst(), (before, after) -> after);
        return new Bought(subscription, plan(then, day), then.term(), steps);
    }

    /** What a month begins with: on its first day, what was had before a change that is paid at once. */
    Plan begins(Period month) {
        return plan(steps.get(first(month)), month.from());
    }

    /** Which of the steps that is. */
    int first(Period month) {
        int at = 0;
        while (at + 1 < steps.size() && begins(steps.get(at + 1), month.from())) {
            at++;
        }
        return at;
    }

    private static boolean begins(PlanStep step, LocalDate day) {
        return step.from().isBefore(day) || step.from().equals(day) && !step.isPaidAtOnce();
    }

    /** As it was when so many steps, one or more, had been made. */
    Bought until(int count) {
        List<PlanStep> made = steps.subList(0, count);
        var changes = made.stream().skip(1).map(PlanStep::change).toList();
        return new Bought(subscription.with(changes), plan, term, made);
    }

    /** Whether something of the month that a moment lies in was paid at once when it was chosen. */
    boolean isPaidAhead(Instant now) {
        Period month = period(now);
        return steps.stream()
                .filter(PlanStep::isPaidAtOnce)
                .anyMatch(step ->
                        !step.from().isBefore(month.from()) && step.from().isBefore(month.until()));
    }

    private Plan plan(PlanStep then, LocalDate day) {
        if (subscription.isPaused(day)) {
            return then.plan().paused();
        }
        return (subscription.isTried(day) ? then.plan().tried() : then.plan()).raised(limits(day));
    }

    /** Where limits were raised, the highest of each meter. */
    private Map<MeterId, BigDecimal> limits(LocalDate day) {
        return subscription.increases().stream()
                .filter(one -> one.isInForce(day))
                .collect(Collectors.toMap(LimitIncrease::meter, LimitIncrease::limit, BigDecimal::max));
    }

    /** When limits that were raised are as before, or raised ones begin, next. */
    Optional<Instant> nextLimits(Instant now) {
        return subscription.increases().stream()
                .flatMap(one -> Stream.of(one.from(), one.endsOn()))
                .filter(Objects::nonNull)
                .map(day -> day.atStartOfDay(subscription.zone()).toInstant())
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** The plan of that moment as it is sold, also during a trial or a pause. */
    public Plan sold() {
        return steps.stream()
                .map(PlanStep::plan)
                .filter(one -> one.isSoldAs(plan) && one.seatCount() == plan.seatCount())
                .findFirst()
                .orElse(plan);
    }

    /** The same with the limits that are raised for it at a moment: what is had once it is paid. */
    public Plan paid(Instant now) {
        return sold().raised(limits(LocalDate.ofInstant(now, subscription.zone())));
    }

    /** As it would be after another change, which takes the place of those from the day on that {@link #replaces} tells. */
    Bought with(PlanStep change) {
        LocalDate replaced = replaces(change);
        Stream<PlanStep> before = Stream.concat(
                Stream.of(steps.getFirst()),
                steps.stream().skip(1).filter(step -> step.from().isBefore(replaced)));
        List<PlanStep> all = Stream.concat(before, Stream.of(change)).toList();
        var changes = all.stream().skip(1).map(PlanStep::change).toList();
        return new Bought(subscription.with(changes), plan, term, all);
    }

    /**
     * The first day whose changes another one takes the place of: its own, but the next for one within a year, and for one of a
     * day on which something is paid at once, as what was chosen on its day before it is billed already.
     */
    LocalDate replaces(PlanStep change) {
        boolean isWithin = year(change.from())
                .filter(year ->
                        change.proration() != Proration.NONE || !year.from().equals(change.from()))
                .isPresent();
        boolean isPaid = Stream.concat(steps.stream(), Stream.of(change))
                .anyMatch(step -> step.isPaidAtOnce() && step.from().equals(change.from()));
        return isWithin || isPaid ? change.from().plusDays(1) : change.from();
    }

    /** The year that a day lies in and that is paid for in advance; empty where it is paid by the month, or tried. */
    public Optional<Period> year(LocalDate day) {
        return Prepaid.year(this, day);
    }

    /** The first day that is not paid for, or will not be when the running period is over: of the next year or month. */
    public LocalDate renewsOn(Instant now) {
        return year(LocalDate.ofInstant(now, subscription.zone()))
                .orElseGet(() -> period(now))
                .until();
    }

    /** The pause that runs or is to come, if any. */
    public Optional<Pause> pause(Instant now) {
        return subscription.pause(LocalDate.ofInstant(now, subscription.zone()));
    }

    /** The change that is to come, if any. */
    public Optional<PlanStep> upcoming(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, subscription.zone());
        return steps.stream().filter(step -> step.from().isAfter(today)).findFirst();
    }

    TenantId customer() {
        return subscription.customer();
    }

    /** The billing period that an instant lies in. */
    public Period period(Instant now) {
        return subscription.period(now);
    }

    private static PlanChange first(Subscription running) {
        LocalDate day = LocalDate.ofInstant(running.startedAt(), running.zone());
        return new PlanChange(day, running.version(), running.plan(), Proration.NONE, running.term(), running.seats());
    }
}
