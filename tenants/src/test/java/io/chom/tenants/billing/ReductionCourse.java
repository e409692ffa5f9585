package io.chom.tenants.billing;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of a subscription by the rules of the services, without any of them: changes, pauses and discounts. */
final class ReductionCourse {

    private final Random random;
    private final List<Plan> plans;
    private final Proration proration;
    private Bought bought;
    private LocalDate today;
    private @Nullable Prepaid told;

    /** One that nobody chose, of which some begin with a trial. */
    ReductionCourse(Random random) {
        this(
                random,
                List.of("USD", "JPY", "BHD").get(random.nextInt(3)),
                random.nextBoolean() ? Term.YEAR : Term.MONTH);
    }

    private ReductionCourse(Random random, String currency, Term term) {
        this(
                random,
                Stream.of(2_900L, 7_903L, 24_999L)
                        .map(price -> ReductionsTest.plan("p" + price, price, currency))
                        .map(plan -> random.nextBoolean() ? Priced.bySeat(plan) : plan)
                        .toList(),
                term,
                random.nextInt(3) == 0 ? 1 + random.nextInt(28) : 0);
    }

    ReductionCourse(Random random, Plan plan, Term term) {
        this(random, List.of(plan), term, 0);
    }

    private ReductionCourse(Random random, List<Plan> plans, Term term, int trial) {
        this.random = random;
        this.plans = plans;
        proration = List.of(Proration.NOW, Proration.NEXT_INVOICE).get(random.nextInt(2));
        today = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(1_500));
        var plan = plans.get(random.nextInt(plans.size()));
        var paid = trial == 0 ? null : today.plusDays(trial);
        var whose = TenantId.next();
        var running = new Subscription(
                SubscriptionId.next(),
                whose,
                whose,
                "x",
                1,
                plan.slug(),
                term,
                0,
                Subscription.Status.ACTIVE,
                (paid == null ? today : paid).getDayOfMonth(),
                ZoneOffset.UTC,
                ReductionsTest.noon(today),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                paid,
                null,
                null);
        bought = new Bought(running, plan, term, List.of(ReductionsTest.first(today, plan, term)));
    }

    Bought bought() {
        return bought.on(today);
    }

    LocalDate today() {
        return today;
    }

    Instant now() {
        return ReductionsTest.noon(today);
    }

    void pass(int days) {
        today = today.plusDays(days);
    }

    void live(int steps) {
        for (int step = 0; step < steps; step++) {
            act();
            pass(random.nextInt(70));
        }
    }

    void act() {
        switch (random.nextInt(5)) {
            case 0 ->
                give(
                        BigDecimal.valueOf(1 + random.nextInt(10_000), 2),
                        random.nextBoolean() ? null : 1 + random.nextInt(5));
            case 1 -> end();
            default -> changeOrPause();
        }
    }

    void changeOrPause() {
        if (random.nextInt(3) == 0) {
            pauseOrResume();
        } else {
            change(100);
        }
    }

    /** @param percent how likely it is that something is changed */
    void change(int percent) {
        if (random.nextInt(100) < percent && bought().pause(now()).isEmpty()) {
            var plan = plans.get(random.nextInt(plans.size()));
            change(
                    plan.seated(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(20)),
                    random.nextBoolean() ? Term.YEAR : Term.MONTH);
        }
    }

    /** What the last change said would be owed at once, once; empty where it was nothing. */
    Optional<Prepaid> told() {
        var last = Optional.ofNullable(told);
        told = null;
        return last;
    }

    void change(Plan plan, Term term) {
        var then = bought();
        if (!plan.isSoldAs(then.sold()) || plan.seatCount() != then.sold().seatCount() || term != then.term()) {
            var step = PlanChanges.step(then, plan, term, proration, now());
            told = Prepaid.by(then, step)
                    .filter(one -> !one.on().isAfter(today))
                    .orElse(null);
            bought = then.with(step);
        }
    }

    private void pauseOrResume() {
        var one = bought.subscription();
        if (bought().pause(now()).isPresent()) {
            replace(
                    one.reductions(),
                    one.pauses().stream()
                            .filter(pause -> pause.from().isBefore(today))
                            .map(pause ->
                                    pause.end().isAfter(today) ? new Pause(pause.from(), pause.until(), today) : pause)
                            .toList());
            return;
        }
        try {
            var offer = PauseOffer.of(bought(), 3, now());
            var pause = new Pause(offer.from(), offer.until().getFirst(), null);
            replace(
                    one.reductions(),
                    Stream.concat(one.pauses().stream(), Stream.of(pause)).toList());
        } catch (Refused nothingToPause) {
            // Not today.
        }
    }

    void give(BigDecimal percent, @Nullable Integer periods) {
        give(percent, percent, periods);
    }

    /** Unless there is one that is not over. */
    void give(BigDecimal month, BigDecimal year, @Nullable Integer periods) {
        var one = bought.subscription();
        boolean isOpen = one.reductions().stream()
                .anyMatch(each ->
                        each.endsOn() == null && !Reductions.span(bought, each).isOver(today));
        if (!isOpen) {
            var given = new Reduction(Reductions.from(bought(), now()), month, year, periods, null);
            replace(Stream.concat(one.reductions().stream(), Stream.of(given)).toList(), one.pauses());
        }
    }

    void end() {
        var one = bought.subscription();
        replace(
                one.reductions().stream()
                        .map(each -> each.endsOn() == null
                                ? new Reduction(
                                        each.from(),
                                        each.month(),
                                        each.year(),
                                        each.periods(),
                                        Reductions.end(bought(), now()))
                                : each)
                        .toList(),
                one.pauses());
    }

    private void replace(List<Reduction> reductions, List<Pause> pauses) {
        var one = bought.subscription();
        var other = new Subscription(
                one.id(),
                one.customer(),
                one.reseller(),
                one.catalogue(),
                one.version(),
                one.plan(),
                one.term(),
                one.seats(),
                one.status(),
                one.anchorDay(),
                one.zone(),
                one.startedAt(),
                one.changes(),
                one.increases(),
                pauses,
                reductions,
                one.trialUntil(),
                null,
                null);
        bought = new Bought(other, bought.plan(), bought.term(), bought.steps());
    }

    /** The running month as it stands. */
    Estimate draft() {
        return Rating.estimate(bought(), bought().period(now()), List.of());
    }

    /** Everything that is billed by today, by the code that bills: what was in advance, and months that are over. */
    List<Estimate> billed() {
        return Stream.concat(ahead().stream(), months(today).stream()).toList();
    }

    /** That and the running month. */
    List<Estimate> bills() {
        return Stream.concat(ahead().stream(), months(today.plusDays(31)).stream())
                .toList();
    }

    /** The first days of all months and years that something was taken off, one after the other. */
    List<LocalDate> discounted() {
        return bills().stream()
                .flatMap(bill -> bill.lines().stream()
                        .filter(line -> line.kind() == Kind.DISCOUNT)
                        .map(line -> line.days().from())
                        .filter(day -> bill.lines().stream()
                                .anyMatch(line -> line.kind() != Kind.CHANGE && line.kind() != Kind.DISCOUNT)))
                .sorted()
                .toList();
    }

    private List<Estimate> ahead() {
        var all = new ArrayList<Estimate>();
        for (var next = Prepaid.after(bought, 0);
                next.isPresent() && !next.get().on().isAfter(today);
                next = Prepaid.after(bought, all.size())) {
            all.add(Estimate.of(next.get().lines(), next.get().due().currency()));
        }
        return all;
    }

    private List<Estimate> months(LocalDate until) {
        var all = new ArrayList<Estimate>();
        var running = bought.subscription();
        for (var period = running.period(running.startedAt());
                !period.until().isAfter(until);
                period = running.period(period.end())) {
            if (!running.isTried(period.from()) && !running.isPaused(period.from())) {
                all.add(Rating.estimate(bought.on(period.until().minusDays(1)), period, List.of()));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return today + ": " + bought.subscription();
    }
}
