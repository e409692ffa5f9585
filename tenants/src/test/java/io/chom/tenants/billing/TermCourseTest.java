package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Share;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of months and years that follow each other, over calendars that nobody chose. */
class TermCourseTest {

    private static final int CASES = 1_500;
    private static final Currency USD = Currency.getInstance("USD");
    private static final List<ZoneId> ZONES = Stream.of("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC")
            .map(ZoneId::of)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "2028-02-29, 2029-02-28, 2030-02-28, 2032-02-29",
        "2027-02-28, 2028-02-28, 2029-02-28, 2031-02-28",
        "2026-01-31, 2027-01-31, 2028-01-31, 2030-01-31",
        "2027-08-31, 2028-08-31, 2029-08-31, 2031-08-31",
        "2026-03-29, 2027-03-29, 2028-03-29, 2030-03-29",
    })
    void a_year_ends_where_its_twelfth_month_does(LocalDate from, LocalDate one, LocalDate two, LocalDate four) {
        for (ZoneId zone : ZONES) {
            var bought = yearly(from, zone);
            assertThat(Stream.of(0, 1, 3)
                            .map(years -> ahead(bought, years).line().days().until()))
                    .containsExactly(one, two, four);
            var month = bought.period(from.atStartOfDay(zone).toInstant());
            for (int months = 1; months < 12; months++) {
                month = bought.period(month.end());
            }
            assertThat(month.until()).isEqualTo(one);
            assertThat(bought.renewsOn(month.start())).isEqualTo(one);
        }
    }

    /** Every day has one base price, and each invoice has the price that its days had when they were sold. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void law_every_day_of_every_term_is_paid_for_once(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < CASES; n++) {
            new Course(random).run();
        }
    }

    /** What is owed in advance is told by how many there are: none that was there ever becomes another. */
    @Test
    void law_what_was_billed_in_advance_stays_whatever_is_chosen_later() {
        var random = new Random(7);
        for (int n = 0; n < CASES; n++) {
            var course = new Course(random);
            List<Prepaid> before = List.of();
            for (int choices = 0; choices < 8; choices++) {
                course.choose();
                var now = course.owedInAdvance();
                assertThat(now.subList(0, before.size())).as("%s", course).isEqualTo(before);
                before = now;
                course.pass(random.nextInt(200));
            }
        }
    }

    @Test
    void a_change_tells_what_it_will_be_billed_in_advance() {
        var random = new Random(8);
        for (int n = 0; n < CASES; n++) {
            var course = new Course(random);
            for (int choices = 0; choices < 8; choices++) {
                var before = course.owedInAdvance();
                var told = course.choose();
                var owed = course.owedInAdvance();
                boolean isNow = told != null && !told.on().isAfter(course.today);
                assertThat(owed.subList(before.size(), owed.size()))
                        .as("%s", course)
                        .isEqualTo(isNow ? List.of(told) : List.of());
                course.pass(random.nextInt(200));
            }
        }
    }

    private static Bought yearly(LocalDate from, ZoneId zone) {
        var plan = plan("p", 1_000);
        var running = running(from, zone, Term.YEAR, null);
        return new Bought(running, plan, Term.YEAR, List.of(new PlanStep(from, plan, Proration.NONE, Term.YEAR)));
    }

    private static Prepaid ahead(Bought bought, int count) {
        return Prepaid.after(bought, count).orElseThrow();
    }

    private static Subscription running(LocalDate from, ZoneId zone, Term term, @Nullable LocalDate trial) {
        var whose = TenantId.next();
        return new Subscription(
                SubscriptionId.next(),
                whose,
                whose,
                "x",
                1,
                "p",
                term,
                0,
                Subscription.Status.ACTIVE,
                (trial == null ? from : trial).getDayOfMonth(),
                zone,
                from.atTime(13, 5).atZone(zone).toInstant(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                trial,
                null,
                null);
    }

    /** Ten months' price for a year, and a cent, so that nothing divides. */
    private static Plan plan(String slug, long price) {
        return new Plan(
                "x",
                1,
                slug,
                slug,
                new Money(price, USD),
                new Money(price * 10 + 1, USD),
                0,
                Set.of(),
                List.of(),
                null);
    }

    /** What a customer chooses, one thing after the other, by the rules of the service. */
    private static final class Course {

        private static final List<Plan> PLANS =
                List.of(plan("a", 2_900), Priced.bySeat(plan("b", 7_903)), Priced.bySeat(plan("c", 24_999)));

        private final Random random;
        private final Proration proration;
        private Bought bought;
        private LocalDate today;

        Course(Random random) {
            this.random = random;
            proration = random.nextBoolean() ? Proration.NOW : Proration.NEXT_INVOICE;
            today = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(2_200));
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var plan = any();
            var term = term();
            var trial = random.nextInt(3) == 0 ? today.plusDays(1 + random.nextInt(28)) : null;
            bought = new Bought(
                    running(today, zone, term, trial),
                    plan,
                    term,
                    List.of(new PlanStep(today, plan, Proration.NONE, term)));
        }

        private Plan any() {
            return PLANS.get(random.nextInt(PLANS.size()));
        }

        private Term term() {
            return random.nextBoolean() ? Term.YEAR : Term.MONTH;
        }

        /** Changes at random, or leaves it; what is to be paid in advance for it, if anything. */
        @Nullable
        Prepaid choose() {
            var then = bought.on(today);
            var plan = any().seated(1 + random.nextInt(20));
            var term = term();
            if (plan.isSoldAs(then.sold()) && plan.seatCount() == then.sold().seatCount() && term == then.term()) {
                return null;
            }
            var step = PlanChanges.step(then, plan, term, proration, now());
            var told = Prepaid.by(then, step);
            bought = then.with(step);
            return told.orElse(null);
        }

        private Instant now() {
            return today.atTime(12, 0).atZone(bought.subscription().zone()).toInstant();
        }

        void pass(int days) {
            today = today.plusDays(days);
        }

        List<Prepaid> owedInAdvance() {
            var owed = new ArrayList<Prepaid>();
            for (var next = Prepaid.after(bought, 0);
                    next.isPresent() && !next.get().on().isAfter(today);
                    next = Prepaid.after(bought, owed.size())) {
                owed.add(next.get());
            }
            return owed;
        }

        /** Some years of choices, and then every bill of them. */
        void run() {
            for (int choices = random.nextInt(9); choices > 0; choices--) {
                choose();
                pass(random.nextInt(4) == 0 ? 0 : random.nextInt(250));
            }
            boolean isEnded = random.nextInt(3) == 0;
            if (isEnded) {
                end();
            }
            var until = isEnded ? Objects.requireNonNull(bought.subscription().endsOn()) : today.plusDays(1);
            Map<LocalDate, Integer> paid = new HashMap<>();
            var lines = bills(until);
            lines.stream()
                    .filter(line -> line.kind() == Kind.PLAN || line.kind() == Kind.YEAR)
                    .flatMap(line -> line.days().from().datesUntil(line.days().until()))
                    .forEach(day -> paid.merge(day, 1, Integer::sum));
            var trial = bought.subscription().trialUntil();
            var first = trial == null ? bought.steps().getFirst().from() : trial;
            assertThat(paid.values()).as("%s", this).allMatch(times -> times == 1);
            assertThat(first.datesUntil(first.isAfter(until) ? first : until))
                    .as("%s", this)
                    .allMatch(paid::containsKey);
            if (isEnded) {
                assertThat(paid.keySet()).as("%s", this).allMatch(day -> day.isBefore(until));
            }
            checkPrices(lines);
            checkMonths(lines);
        }

        private List<LineItem> bills(LocalDate until) {
            var lines = new ArrayList<LineItem>();
            owedInAdvance().forEach(one -> lines.add(one.line()));
            var running = bought.subscription();
            for (var period = running.period(running.startedAt());
                    period.from().isBefore(until);
                    period = running.period(period.end())) {
                if (!running.isTried(period.from())) {
                    lines.addAll(Rating.estimate(bought.on(period.until().minusDays(1)), period, List.of())
                            .lines());
                }
            }
            return lines;
        }

        /** Has it end when what is paid, or runs, is over, without what was to come; and lets years pass. */
        private void end() {
            var one = bought.subscription();
            var steps = bought.steps().stream()
                    .filter(step -> !step.from().isAfter(today))
                    .toList();
            var ending = new Subscription(
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
                    steps.stream().skip(1).map(PlanStep::change).toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    one.trialUntil(),
                    bought.on(today).renewsOn(now()),
                    null);
            bought = new Bought(ending, bought.plan(), bought.term(), steps);
            pass(800);
        }

        /** The lines of each day, spread over its days, come to the price of the day but for their rounding. */
        private void checkPrices(List<LineItem> lines) {
            for (LineItem line : lines) {
                if (line.kind() != Kind.YEAR) {
                    continue;
                }
                var year = line.days();
                var within = lines.stream()
                        .filter(one -> one.kind() == Kind.CHANGE)
                        .filter(one -> one.days().until().equals(year.until())
                                && !one.days().from().isBefore(year.from()))
                        .toList();
                long charged = line.amount().minor()
                        + within.stream().mapToLong(one -> one.amount().minor()).sum();
                BigDecimal exact = year.from()
                        .datesUntil(year.until())
                        .map(day -> BigDecimal.valueOf(
                                bought.on(day).plan().price(Term.YEAR).minor()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal off = exact.subtract(BigDecimal.valueOf(charged).multiply(BigDecimal.valueOf(year.days())))
                        .abs();
                BigDecimal rounding =
                        BigDecimal.valueOf((long) within.size() * year.days()).divide(BigDecimal.TWO);
                assertThat(off).as("%s in %s", this, year).isLessThanOrEqualTo(rounding);
            }
        }

        /** The same of months, also of those that a year cut short; and nothing is paid for a change but for days that it had. */
        private void checkMonths(List<LineItem> lines) {
            var within = lines.stream()
                    .filter(one -> one.figures() instanceof Share share && share.term() == Term.MONTH)
                    .filter(one -> one.kind() == Kind.CHANGE)
                    .collect(Collectors.toCollection(ArrayList::new));
            for (LineItem line : lines) {
                if (line.kind() != Kind.PLAN) {
                    continue;
                }
                var month = line.days();
                int of = line.figures() instanceof Share share ? share.of() : month.days();
                var changes = within.stream()
                        .filter(one -> one.days().until().equals(month.until())
                                && !one.days().from().isBefore(month.from()))
                        .toList();
                within.removeAll(changes);
                long charged = line.amount().minor()
                        + changes.stream()
                                .mapToLong(one -> one.amount().minor())
                                .sum();
                long exact = month.from()
                        .datesUntil(month.until())
                        .mapToLong(day -> bought.on(day).plan().price().minor())
                        .sum();
                assertThat(Math.abs(exact - charged * of))
                        .as("%s in %s", this, month)
                        .isLessThanOrEqualTo((changes.size() + 1L) * of / 2 + 1);
            }
            assertThat(within).as("%s", this).allMatch(one -> one.days().until().isAfter(today));
        }

        @Override
        public String toString() {
            return today + " " + bought.subscription().trialUntil() + " "
                    + bought.steps().stream()
                            .map(one -> one.from() + " " + one.plan().slug()
                                    + one.plan().seatCount() + " " + one.term() + " " + one.proration())
                            .toList();
        }
    }
}
