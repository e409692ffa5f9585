package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of what a course of plans costs, over calendars that nobody chose. */
class PlanCourseTest {

    private static final int CASES = 5_000;
    private static final List<Currency> CURRENCIES =
            Stream.of("USD", "JPY", "KWD").map(Currency::getInstance).toList();
    private static final List<ZoneId> ZONES = Stream.of("Europe/Berlin", "America/St_Johns", "Pacific/Apia")
            .map(ZoneId::of)
            .toList();

    @Test
    void law_each_day_is_paid_at_the_price_of_its_plan_within_half_of_what_can_be_paid_for_each_change() {
        var random = new Random(20_261_122);
        for (int n = 0; n < CASES; n++) {
            var bought = course(random, Proration.NEXT_INVOICE);
            var period = bought.period(bought.subscription().startedAt());
            for (int months = 0; months < 3; months++) {
                check(bought, period);
                period = bought.period(period.end());
            }
        }
    }

    @Test
    void law_what_is_paid_at_once_and_the_month_without_it_come_to_the_same_as_both_together() {
        var random = new Random(12);
        for (int n = 0; n < CASES; n++) {
            var now = course(random, Proration.NOW);
            var later = new Bought(
                    now.subscription(),
                    now.plan(),
                    now.steps().stream()
                            .map(one -> new PlanStep(one.from(), one.plan(), Proration.NEXT_INVOICE))
                            .toList());
            var period = now.period(now.subscription().startedAt());
            for (int months = 0; months < 3; months++) {
                var month = Rating.estimate(now, period, List.of());
                assertThat(month.lines()).extracting(LineItem::kind).containsExactly(LineItem.Kind.PLAN);
                long ahead = ahead(now, period);
                long all = month.total().minor() + ahead;
                long together =
                        Rating.estimate(later, period, List.of()).total().minor();
                assertThat(all).as("%s in %s", now.steps(), period).isEqualTo(together);
                period = now.period(period.end());
            }
        }
    }

    private static long ahead(Bought bought, Period period) {
        return IntStream.range(0, bought.steps().size() - 1)
                .mapToObj(at -> Prepaid.after(bought, at).orElseThrow())
                .filter(one -> !one.on().isBefore(period.from()) && one.on().isBefore(period.until()))
                .mapToLong(one -> one.due().minor())
                .sum();
    }

    private static void check(Bought bought, Period period) {
        var lines = Rating.estimate(bought, period, List.of());
        BigDecimal exact = period.from()
                .datesUntil(period.until())
                .map(day -> bought.on(day).plan().price().minor())
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal charged = BigDecimal.valueOf(lines.total().minor()).multiply(BigDecimal.valueOf(period.days()));
        BigDecimal rounding = BigDecimal.valueOf(lines.lines().size() - 1L)
                .multiply(BigDecimal.valueOf(period.days()))
                .multiply(BigDecimal.valueOf(Priced.smallest(lines.total().currency())))
                .divide(BigDecimal.TWO);
        assertThat(charged.subtract(exact).abs())
                .as("%s in %s", bought.steps(), period)
                .isLessThanOrEqualTo(rounding);
    }

    @Test
    void law_the_whole_difference_leads_to_the_dearest_plan_and_none_stays_with_the_first() {
        var random = new Random(11);
        for (int n = 0; n < CASES; n++) {
            var full = course(random, Proration.FULL);
            var period = full.period(full.subscription().startedAt());
            assertThat(Rating.estimate(full, period, List.of()).total())
                    .isEqualTo(full.on(period.until().minusDays(1)).plan().price());
            var none = course(random, Proration.NONE);
            var other = none.period(none.subscription().startedAt());
            assertThat(Rating.estimate(none, other, List.of()).total())
                    .isEqualTo(none.on(other.from()).plan().price());
        }
    }

    /** Ever dearer plans, on days of three months. */
    private static Bought course(Random random, Proration proration) {
        var currency = CURRENCIES.get(random.nextInt(3));
        var zone = ZONES.get(random.nextInt(3));
        var first = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(2_000));
        long price = random.nextInt(100_000);
        var steps = new ArrayList<PlanStep>();
        var day = first;
        do {
            steps.add(new PlanStep(day, plan(price, currency), proration));
            day = day.plusDays(1L + random.nextInt(25));
            price += random.nextInt(50_000);
        } while (day.isBefore(first.plusMonths(3)));
        Instant start = first.atStartOfDay(zone).toInstant();
        return new Bought(
                running(zone, first.getDayOfMonth(), start), steps.getFirst().plan(), steps);
    }

    private static Subscription running(ZoneId zone, int anchorDay, Instant start) {
        var whose = TenantId.next();
        return new Subscription(SubscriptionId.next(), whose, whose, "x", 1, "p", anchorDay, zone, start);
    }

    private static Plan plan(long price, Currency currency) {
        return new Plan("x", 1, "p", "P", Priced.payable(price, currency), Set.of(), List.of());
    }
}
