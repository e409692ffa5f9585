package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Allowance.Per;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Meter.Aggregation;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    private static final List<Currency> CURRENCIES =
            Stream.of("USD", "JPY", "KWD").map(Currency::getInstance).toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USD | 0.05  | 100 | 112       | 12 GB over your 100 GB × $0.05 = $0.60
            USD | 0.05  | 100 | 1340.5    | 1,240.5 GB over your 100 GB × $0.05 = $62.03
            USD | 4.00  | 25  | 26.000001 | 1.000001 GB over your 25 GB × $4.00 = $4.00
            USD | 1.00  | 2000| 1286000   | 1,284,000 GB over your 2,000 GB × $1.00 = $1,284,000.00
            JPY | 500   | 1   | 3         | 2 GB over your 1 GB × ¥500 = ¥1,000
            """)
    void a_charge_is_a_sentence(String currency, String price, BigDecimal included, BigDecimal used, String formula) {
        Plan plan = plan(
                Currency.getInstance(currency), allowance(included, Money.of(price, Currency.getInstance(currency))));

        Estimate estimate = estimate(plan, NOVEMBER, rate(plan, used));

        assertThat(estimate.lines().getLast().formula()).isEqualTo(formula);
        assertThat(estimate.lines().getLast().label()).isEqualTo("Bandwidth overage");
    }

    @Test
    void every_band_and_every_package_is_a_sentence_of_its_own() {
        Currency usd = CURRENCIES.getFirst();
        var tiers = List.of(
                new Pricing.Tier(BigDecimal.valueOf(1_000), UnitPrice.of("0.01", usd), Money.of("5.00", usd)),
                new Pricing.Tier(null, UnitPrice.of("0.0005", usd), Money.zero(usd)));
        assertThat(formulas(new Pricing.Graduated(tiers), 3_500))
                .containsExactly(
                        "1,000 GB over your 500 GB × $0.01 + $5.00 = $15.00", "then 2,000 GB × $0.0005 = $1.00");
        assertThat(formulas(new Pricing.Volume(tiers), 3_500))
                .containsExactly("3,000 GB over your 500 GB × $0.0005 = $1.50");
        assertThat(formulas(new Pricing.Packages(BigDecimal.valueOf(1_000), UnitPrice.of("2.00", usd)), 2_501))
                .containsExactly("3 × 1,000 GB over your 500 GB × $2.00 = $6.00");
    }

    private static Estimate estimate(Plan plan, Period period, List<MeterUsage> meters) {
        var whose = TenantId.next();
        var running = new Subscription(
                SubscriptionId.next(),
                whose,
                whose,
                plan.catalogue(),
                plan.version(),
                plan.slug(),
                1,
                period.zone(),
                period.start());
        var only = new PlanStep(period.from(), plan, Proration.NONE);
        return Rating.estimate(new Bought(running, plan, List.of(only)), period, meters);
    }

    private static List<String> formulas(Pricing pricing, long used) {
        Plan plan = plan(
                CURRENCIES.getFirst(),
                new Allowance(METER.id(), BigDecimal.valueOf(500), Per.MONTH, Enforcement.METERED, pricing));
        return estimate(plan, NOVEMBER, rate(plan, BigDecimal.valueOf(used))).lines().stream()
                .skip(1)
                .map(LineItem::formula)
                .toList();
    }

    @Test
    void nothing_is_billed_within_the_allowance_or_where_overage_is_not_billed() {
        Currency usd = CURRENCIES.getFirst();
        Plan metered = plan(usd, allowance(BigDecimal.TEN, Money.of("0.05", usd)));
        Plan soft = plan(usd, allowance(BigDecimal.TEN, null));

        assertThat(estimate(metered, NOVEMBER, rate(metered, BigDecimal.TEN)).lines())
                .hasSize(1);
        assertThat(estimate(soft, NOVEMBER, rate(soft, BigDecimal.valueOf(99))).total())
                .isEqualTo(soft.price());
        assertThat(rate(soft, BigDecimal.valueOf(99)).getFirst().overage()).isEqualByComparingTo("89");
    }

    @ParameterizedTest
    @CsvSource({
        "79.999999, 79, FINE",
        "80, 80, CLOSE",
        "89.9, 89, CLOSE",
        "90, 90, NEAR",
        "99.999999, 99, NEAR",
        "100, 100, REACHED",
        "140.5, 140, REACHED",
        "1000000000000000000, 2147483647, REACHED",
        "0, 0, FINE"
    })
    void a_level_is_shown_when_it_is_reached_and_not_before(BigDecimal used, int percent, MeterUsage.Level level) {
        Currency usd = CURRENCIES.getFirst();
        Plan plan = plan(usd, allowance(BigDecimal.valueOf(100), null));

        MeterUsage usage = rate(plan, used).getFirst();

        assertThat(usage.percent()).isEqualTo(percent);
        assertThat(usage.level()).isEqualTo(level);
    }

    @Test
    void law_the_lines_add_up_and_each_is_the_exact_product_rounded_once() {
        RandomGenerator random = PeriodTest.seeded();
        for (int trial = 0; trial < 20_000; trial++) {
            Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            Plan plan = plan(
                    currency,
                    IntStream.range(0, 1 + random.nextInt(4))
                            .mapToObj(index -> allowance(quantity(random), money(random, currency)))
                            .toArray(Allowance[]::new));

            List<MeterUsage> meters = plan.allowances().stream()
                    .map(allowance -> Rating.rate(plan, METER, allowance, quantity(random)))
                    .toList();
            Estimate estimate = estimate(plan, NOVEMBER, meters);

            long exact = plan.price().minor()
                    + meters.stream().mapToLong(RatingTest::independently).sum();
            assertThat(estimate.total()).isEqualTo(new Money(exact, currency));
            assertThat(estimate.lines().stream()
                            .mapToLong(line -> line.amount().minor())
                            .sum())
                    .isEqualTo(exact);
        }
    }

    @Test
    void law_more_usage_never_costs_less() {
        RandomGenerator random = PeriodTest.seeded();
        Currency usd = CURRENCIES.getFirst();
        for (int trial = 0; trial < 20_000; trial++) {
            Plan plan = plan(usd, allowance(quantity(random), money(random, usd)));
            BigDecimal less = quantity(random);
            BigDecimal more = less.add(quantity(random));

            assertThat(estimate(plan, NOVEMBER, rate(plan, more)).total())
                    .isGreaterThanOrEqualTo(
                            estimate(plan, NOVEMBER, rate(plan, less)).total());
        }
    }

    private static long independently(MeterUsage one) {
        BigDecimal over = one.used().subtract(one.allowance().included());
        Money price = Pricing.ofEach(one.allowance().overage());
        return price == null || over.signum() <= 0
                ? 0
                : over.multiply(BigDecimal.valueOf(price.minor()))
                                .divide(BigDecimal.valueOf(Priced.smallest(price.currency())), 0, RoundingMode.HALF_UP)
                                .longValueExact()
                        * Priced.smallest(price.currency());
    }

    private static final Period NOVEMBER =
            new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), ZoneOffset.UTC);

    private static final Meter METER =
            new Meter(new MeterId("bandwidth_gb"), new Meter.Words("Bandwidth", "GB"), Aggregation.SUM, 2);

    private static List<MeterUsage> rate(Plan plan, BigDecimal used) {
        return List.of(Rating.rate(plan, METER, plan.allowances().getFirst(), used));
    }

    private static Plan plan(Currency currency, Allowance... allowances) {
        return new Plan("hosting", 1, "pro", "Pro", new Money(7_900, currency), Set.of(), List.of(allowances));
    }

    private static Allowance allowance(BigDecimal included, @Nullable Money price) {
        return new Allowance(
                METER.id(),
                included,
                Per.MONTH,
                price == null ? Enforcement.SOFT : Enforcement.METERED,
                pricing(price));
    }

    private static @Nullable Pricing pricing(@Nullable Money price) {
        return price == null ? null : new Pricing.PerUnit(UnitPrice.of(price));
    }

    private static BigDecimal quantity(RandomGenerator random) {
        return BigDecimal.valueOf(random.nextLong(2_000_000_000L), random.nextInt(7));
    }

    private static @Nullable Money money(RandomGenerator random, Currency currency) {
        return random.nextInt(5) == 0 ? null : Priced.payable(random.nextLong(1_000), currency);
    }
}
