package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.tenants.catalog.Pricing.Charge;
import io.chom.tenants.catalog.Pricing.Graduated;
import io.chom.tenants.catalog.Pricing.Packages;
import io.chom.tenants.catalog.Pricing.PerUnit;
import io.chom.tenants.catalog.Pricing.Tier;
import io.chom.tenants.catalog.Pricing.Volume;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<Currency> CURRENCIES =
            List.of(USD, Currency.getInstance("JPY"), Currency.getInstance("KWD"));

    private static final List<Tier> TIERS = List.of(
            new Tier(BigDecimal.valueOf(1_000), UnitPrice.of("0.01", USD), Money.of("5.00", USD)),
            new Tier(BigDecimal.valueOf(5_000), UnitPrice.of("0.008", USD), Money.zero(USD)),
            new Tier(null, UnitPrice.of("0.0005", USD), Money.zero(USD)));

    @ParameterizedTest
    @CsvSource({
        "0, 0.00, 0.00",
        "1, 5.01, 5.01",
        "1000, 15.00, 15.00",
        "1000.5, 15.00, 8.00",
        "5000, 47.00, 40.00",
        "5001, 47.00, 2.50",
        "100000, 94.50, 50.00"
    })
    void graduated_tiers_price_each_band_and_volume_tiers_the_whole(
            BigDecimal quantity, String graduated, String volume) {
        assertThat(new Graduated(TIERS).cost(quantity)).isEqualTo(Money.of(graduated, USD));
        assertThat(new Volume(TIERS).cost(quantity)).isEqualTo(Money.of(volume, USD));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-3, 0", "0.1, 2", "1000, 2", "1000.000001, 4", "3000, 6"})
    void a_package_that_was_begun_is_paid_whole(BigDecimal quantity, long dollars) {
        assertThat(new Packages(BigDecimal.valueOf(1_000), UnitPrice.of("2.00", USD)).cost(quantity))
                .isEqualTo(new Money(dollars * 100, USD));
    }

    @Test
    void a_price_may_be_finer_than_a_cent_and_is_rounded_once() {
        assertThat(new PerUnit(UnitPrice.of("0.0005", USD)).cost(BigDecimal.valueOf(1_001)))
                .isEqualTo(new Money(50, USD));
        assertThat(Pricing.ofEach(new PerUnit(UnitPrice.of("0.0005", USD)))).isNull();
        assertThat(Pricing.ofEach(new PerUnit(UnitPrice.of("0.05", USD)))).isEqualTo(new Money(5, USD));
    }

    /** Whoever reports so much must not keep the bills of everybody from being added up. */
    @Test
    void more_than_a_number_holds_costs_the_most_that_anything_does() {
        for (var currency : CURRENCIES) {
            var price = new PerUnit(UnitPrice.of("0.05", currency));
            var most = new Money(UnitPrice.MOST, currency);
            assertThat(price.cost(new BigDecimal("1e30"))).isEqualTo(most);
            assertThat(most.canBePaid()).isTrue();
        }
    }

    @Test
    void tiers_that_do_not_rise_or_do_not_end_openly_are_refused() {
        var open = new Tier(null, UnitPrice.of("1", USD), Money.zero(USD));
        var ten = new Tier(BigDecimal.TEN, UnitPrice.of("1", USD), Money.zero(USD));
        var none = new Tier(BigDecimal.ZERO, UnitPrice.of("1", USD), Money.zero(USD));
        for (var tiers : List.of(
                List.<Tier>of(), List.of(ten), List.of(open, ten), List.of(ten, ten, open), List.of(none, open))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Graduated(tiers));
            assertThatIllegalArgumentException().isThrownBy(() -> new Volume(tiers));
        }
    }

    @Test
    void law_every_charge_is_its_product_rounded_once_and_graduated_units_add_up_to_the_quantity() {
        var random = new SplittableRandom(20_261_122L);
        for (int trial = 0; trial < 20_000; trial++) {
            var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            var tiers = tiers(random, currency);
            var quantity = BigDecimal.valueOf(random.nextLong(1, 20_000_000), random.nextInt(7));

            var graduated = new Graduated(tiers);
            var charges = graduated.charges(quantity);
            assertThat(charges.stream().map(Charge::units).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(quantity);
            assertThat(graduated.cost(quantity).minor())
                    .isEqualTo(charges.stream()
                            .mapToLong(PricingTest::independently)
                            .sum());
            assertThat(new Volume(tiers).charges(quantity)).singleElement().satisfies(charge -> {
                assertThat(charge.units()).isEqualTo(quantity);
                assertThat(charge.amount().minor()).isEqualTo(independently(charge));
                assertThat(charge.price()).isEqualTo(charges.getLast().price());
            });
        }
    }

    @Test
    void law_more_never_costs_less_where_each_unit_is_paid_in_its_own_band() {
        var random = new SplittableRandom(42);
        for (int trial = 0; trial < 20_000; trial++) {
            var tiers = new Graduated(tiers(random, USD));
            var packages = new Packages(BigDecimal.valueOf(random.nextLong(1, 5_000)), price(random, USD));
            var less = BigDecimal.valueOf(random.nextLong(0, 1_000_000), random.nextInt(4));
            var more = less.add(BigDecimal.valueOf(random.nextLong(0, 1_000_000), random.nextInt(4)));

            assertThat(tiers.cost(more)).isGreaterThanOrEqualTo(tiers.cost(less));
            assertThat(packages.cost(more)).isGreaterThanOrEqualTo(packages.cost(less));
        }
    }

    private static long independently(Charge charge) {
        // Yen are whole; of the others nobody pays less than a hundredth.
        var digits = charge.amount().currency().getDefaultFractionDigits();
        return charge.price()
                        .amount()
                        .multiply(charge.units())
                        .setScale(Math.min(2, digits), RoundingMode.HALF_UP)
                        .multiply(BigDecimal.TEN.pow(digits))
                        .longValueExact()
                + charge.flat().minor();
    }

    private static List<Tier> tiers(SplittableRandom random, Currency currency) {
        var tiers = new ArrayList<Tier>();
        var end = BigDecimal.ZERO;
        for (int more = random.nextInt(4); more > 0; more--) {
            end = end.add(BigDecimal.valueOf(random.nextLong(1, 500_000), random.nextInt(3)));
            tiers.add(new Tier(end, price(random, currency), flat(random, currency)));
        }
        tiers.add(new Tier(null, price(random, currency), flat(random, currency)));
        return List.copyOf(tiers);
    }

    private static UnitPrice price(SplittableRandom random, Currency currency) {
        return new UnitPrice(
                BigDecimal.valueOf(random.nextLong(0, 100_000), random.nextInt(13)), Objects.requireNonNull(currency));
    }

    private static Money flat(SplittableRandom random, Currency currency) {
        return random.nextBoolean() ? Money.zero(currency) : new Money(random.nextLong(0, 10_000), currency);
    }
}
