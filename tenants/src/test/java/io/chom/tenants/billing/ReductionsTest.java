package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Off;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of discounts over months, years, trials and pauses that nobody chose, and single sums that everybody can check. */
class ReductionsTest {

    private static final int CASES = 700;

    @ParameterizedTest
    @CsvSource({
        "USD, 7900, 15, -1185, '15 % off $79.00 = −$11.85'",
        "USD, 7903, 12.5, -988, '12.5 % off $79.03 = −$9.88'",
        "USD, 1, 50, -1, '50 % off $0.01 = −$0.01'",
        "USD, 7900, 100, -7900, '100 % off $79.00 = −$79.00'",
        "JPY, 7905, 10, -791, '10 % off ¥7,905 = −¥791'",
        "BHD, 7910, 33.33, -2640, '33.33 % off BHD7.910 = −BHD2.640'",
    })
    void it_is_a_line_of_its_own_that_says_how_it_was_calculated(
            String currency, long price, String percent, long off, String formula) {
        var course = new ReductionCourse(new Random(1), plan("p", price, currency), Term.MONTH);
        course.give(new BigDecimal(percent), 1);

        var lines = course.draft().lines();
        assertThat(lines).extracting(LineItem::kind).containsExactly(Kind.PLAN, Kind.DISCOUNT);
        var line = lines.getLast();
        assertThat(line.amount().minor()).isEqualTo(off);
        assertThat(line.formula().replace('\u00a0', ' ').replace("BHD ", "BHD")).isEqualTo(formula);
        assertThat(course.draft().total().minor()).isEqualTo(price + off);
    }

    @Test
    void too_little_to_take_a_part_of_stays_as_it_is_and_so_does_nothing() {
        for (long price : new long[] {0, 1}) {
            var course = new ReductionCourse(new Random(1), plan("p", price, "USD"), Term.MONTH);
            course.give(new BigDecimal("20"), null);
            assertThat(course.draft().lines()).extracting(LineItem::kind).containsExactly(Kind.PLAN);
        }
    }

    /** By the month at most what may be given of a month, by the year what may be given of a year. */
    @Test
    void another_term_keeps_it_up_to_what_may_be_given_of_that_term() {
        var monthly = new ReductionCourse(new Random(1), plan("p", 10_000, "USD"), Term.YEAR);
        monthly.give(new BigDecimal("20"), new BigDecimal("25"), null);
        assertThat(monthly.draft().lines()).extracting(LineItem::kind).containsExactly(Kind.PREPAID);
        assertThat(Reductions.percent(monthly.bought(), monthly.bought().renewsOn(monthly.now())))
                .isEqualByComparingTo("25");
        monthly.change(plan("p", 10_000, "USD"), Term.MONTH);
        assertThat(Reductions.percent(monthly.bought(), monthly.bought().renewsOn(monthly.now())))
                .isEqualByComparingTo("20");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void law_lines_add_up_and_each_period_has_it_once_and_never_less_than_nothing_is_owed(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < CASES; n++) {
            var course = new ReductionCourse(random);
            course.live(12);
            for (Estimate bill : course.bills()) {
                check(bill, course);
            }
        }
    }

    private static void check(Estimate bill, ReductionCourse course) {
        var base = bill.lines().stream()
                .filter(line -> line.kind() != Kind.DISCOUNT)
                .map(LineItem::amount)
                .reduce(Money::plus)
                .orElseThrow();
        var discounts = bill.lines().stream()
                .filter(line -> line.kind() == Kind.DISCOUNT)
                .toList();
        assertThat(discounts).as("%s", course).hasSizeLessThanOrEqualTo(1);
        assertThat(bill.total().minor()).as("%s", course).isGreaterThanOrEqualTo(0);
        discounts.forEach(line -> {
            var off = (Off) line.figures();
            assertThat(off).isNotNull();
            assertThat(off.of()).isEqualTo(base);
            long smallest = Priced.smallest(base.currency());
            assertThat(-line.amount().minor())
                    .as("%s", course)
                    .isEqualTo(BigDecimal.valueOf(base.minor())
                                    .multiply(off.percent())
                                    .divide(BigDecimal.valueOf(100L * smallest), 0, RoundingMode.HALF_UP)
                                    .longValueExact()
                            * smallest);
        });
    }

    /** Whatever is given, ended, changed or paused: what was billed stays. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void law_what_is_billed_never_changes(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < CASES; n++) {
            var course = new ReductionCourse(random);
            List<Estimate> before = List.of();
            for (int steps = 0; steps < 10; steps++) {
                course.act();
                var billed = course.billed();
                assertThat(billed).as("%s", course).containsAll(before);
                before = new ArrayList<>(billed);
                course.pass(random.nextInt(70));
            }
        }
    }

    /** With what is off the month or year that it is for: it is added to the bills as it was told, and nothing else is. */
    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void law_what_a_change_says_is_to_pay_today_is_billed_today(long seed) {
        var random = new Random(seed);
        int paid = 0;
        for (int n = 0; n < CASES; n++) {
            var course = new ReductionCourse(random);
            for (int steps = 0; steps < 10; steps++) {
                var before = course.billed();
                course.act();
                var told = course
                        .told()
                        .map(one -> Estimate.of(one.lines(), one.due().currency()))
                        .stream()
                        .toList();
                var added = new ArrayList<>(course.billed());
                before.forEach(added::remove);
                assertThat(added).as("%s", course).containsAll(told);
                assertThat(added.stream()
                                .filter(bill -> bill.lines().getFirst().kind() == Kind.CHANGE
                                        || bill.lines().getFirst().kind() == Kind.YEAR))
                        .as("%s", course)
                        .isEqualTo(told);
                paid += told.size();
                course.pass(random.nextInt(40));
            }
        }
        assertThat(paid).isGreaterThan(CASES / 2);
    }

    /** Of a number of periods exactly so many have it, the first ones that are owed, and then it ends by itself. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void law_it_lasts_exactly_as_many_periods_as_it_was_given_for(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < CASES; n++) {
            var course = new ReductionCourse(random);
            course.pass(random.nextInt(100));
            int periods = 1 + random.nextInt(6);
            course.give(new BigDecimal("10"), periods);
            course.change(50);
            for (int steps = 0; steps < 4; steps++) {
                course.pass(random.nextInt(60));
                course.changeOrPause();
            }
            course.pass(365 * 8);
            assertThat(course.discounted()).as("%s", course).hasSize(periods);
            var span = Reductions.span(
                    course.bought(), course.bought().subscription().reductions().getFirst());
            assertThat(span.isOver(course.today())).as("%s", course).isTrue();
            assertThat(course.discounted())
                    .allMatch(day -> !day.isBefore(span.from())
                            && day.isBefore(span.until() == null ? LocalDate.MIN : span.until()));
        }
    }

    /** What is seen before it is given is what is billed then, where nothing else changes. */
    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void law_what_is_previewed_is_what_is_billed(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < CASES; n++) {
            var course = new ReductionCourse(random);
            course.pass(random.nextInt(500));
            int periods = 1 + random.nextInt(5);
            course.give(new BigDecimal("12.34"), periods);
            var given = course.bought().subscription().reductions().getFirst();
            var told = Reductions.span(course.bought(), given);
            course.pass(365 * 6);
            assertThat(course.discounted())
                    .as("%s", course)
                    .hasSize(periods)
                    .first()
                    .isEqualTo(told.from());
            assertThat(Reductions.span(course.bought(), given)).isEqualTo(told);
        }
    }

    @Test
    void ended_early_it_stays_for_what_has_begun_and_counts_for_nothing_after_not_even_a_year_bought_at_once() {
        var course = new ReductionCourse(new Random(1), plan("p", 10_000, "USD"), Term.MONTH);
        course.give(new BigDecimal("20"), null);
        course.pass(1);
        course.end();
        assertThat(course.draft().total().minor()).isEqualTo(8_000);
        course.change(plan("p", 10_000, "USD"), Term.YEAR);
        course.pass(400);
        assertThat(course.discounted()).hasSizeLessThanOrEqualTo(1);
        assertThat(course.bills().stream().flatMap(bill -> bill.lines().stream()))
                .noneMatch(line -> line.kind() == Kind.DISCOUNT && line.days().days() > 31);
    }

    @Test
    void a_period_that_had_one_gets_no_other() {
        var course = new ReductionCourse(new Random(1), plan("p", 10_000, "USD"), Term.MONTH);
        course.give(new BigDecimal("20"), null);
        course.end();
        course.give(new BigDecimal("50"), 1);
        assertThat(course.draft().total().minor()).isEqualTo(8_000);
        course.pass(70);
        assertThat(course.bills()).extracting(bill -> bill.total().minor()).startsWith(8_000L, 5_000L, 10_000L);
    }

    static Plan plan(String slug, long price, String currency) {
        var money = Currency.getInstance(currency);
        return new Plan(
                "x",
                1,
                slug,
                slug,
                Priced.payable(price, money),
                Priced.payable(price * 10 + 1, money),
                0,
                Set.of(),
                List.of(),
                null);
    }

    static PlanStep first(LocalDate day, Plan plan, Term term) {
        return new PlanStep(day, plan, Proration.NONE, term);
    }

    static java.time.Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
