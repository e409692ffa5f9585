package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency KWD = Currency.getInstance("KWD");
    private static final List<Currency> CURRENCIES = List.of(USD, JPY, KWD);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeEach
    void say() {
        System.out.println("seed " + seed);
    }

    @Test
    void sums_to_the_same_in_any_order() {
        for (int round = 0; round < 1_000; round++) {
            Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            List<Money> amounts = new ArrayList<>();
            long expected = 0;
            for (int i = random.nextInt(20); i >= 0; i--) {
                amounts.add(new Money(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), currency));
                expected += amounts.getLast().minor();
            }
            Collections.shuffle(amounts, random);
            assertThat(amounts.stream().reduce(Money.zero(currency), Money::plus))
                    .isEqualTo(new Money(expected, currency));
        }
    }

    @Test
    void adding_and_taking_away_are_opposites() {
        for (int round = 0; round < 1_000; round++) {
            Money a = new Money(random.nextInt(), USD);
            Money b = new Money(random.nextInt(), USD);
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(Money.zero(USD));
            assertThat(Integer.signum(a.compareTo(b)))
                    .isEqualTo(Long.signum(a.minus(b).minor()));
        }
    }

    @Test
    void a_price_times_a_quantity_is_off_by_half_a_minor_unit_at_most() {
        for (int round = 0; round < 1_000; round++) {
            Money price = new Money(random.nextLong(0, 1_000_000), USD);
            BigDecimal quantity = BigDecimal.valueOf(random.nextLong(0, 10_000_000), random.nextInt(7));
            BigDecimal exact = BigDecimal.valueOf(price.minor()).multiply(quantity);
            BigDecimal error = BigDecimal.valueOf(price.times(quantity).minor()).subtract(exact);
            assertThat(error).isGreaterThan(new BigDecimal("-0.5")).isLessThanOrEqualTo(new BigDecimal("0.5"));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 0.5, 3", "5, 0.4999, 2", "-5, 0.5, -3", "1, 0.5, 1", "10, 1.25, 13", "0, 99.9, 0"})
    void rounds_half_up_away_from_zero(long minor, BigDecimal quantity, long expected) {
        assertThat(new Money(minor, USD).times(quantity).minor()).isEqualTo(expected);
    }

    @Test
    void reads_and_writes_the_digits_of_its_currency() {
        for (Currency currency : CURRENCIES) {
            for (int round = 0; round < 300; round++) {
                Money amount = new Money(random.nextLong(), currency);
                assertThat(amount.major().scale()).isEqualTo(currency.getDefaultFractionDigits());
                assertThat(Money.of(amount.major().toPlainString(), currency)).isEqualTo(amount);
            }
        }
        assertThat(Money.of("0.05", USD).minor()).isEqualTo(5);
        assertThat(Money.of("1200", JPY).minor()).isEqualTo(1200);
        assertThat(Money.of("1.234", KWD).minor()).isEqualTo(1234);
        assertThat(Money.of("29", USD)).hasToString("29.00 USD");
        assertThat(Money.of("1200", JPY)).hasToString("1200 JPY");
        assertThat(Money.of("1.5", KWD)).hasToString("1.500 KWD");
    }

    @Test
    void refuses_more_digits_than_the_currency_has() {
        assertThatThrownBy(() -> Money.of("0.001", USD)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("0.5", JPY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("0.0001", KWD)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refuses_to_overflow() {
        Money most = new Money(Long.MAX_VALUE, USD);
        assertThatThrownBy(() -> most.plus(new Money(1, USD))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, USD).minus(new Money(1, USD)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(new BigDecimal("1.01"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refuses_to_mix_currencies() {
        Money dollars = new Money(1, USD);
        Money yen = new Money(1, JPY);
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(yen));
    }

    @Test
    void rounds_as_big_decimal_does() {
        for (int round = 0; round < 1_000; round++) {
            Money price = new Money(random.nextInt(), JPY);
            BigDecimal quantity = BigDecimal.valueOf(random.nextInt(), 3);
            assertThat(BigDecimal.valueOf(price.times(quantity).minor()))
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(price.minor()).multiply(quantity).setScale(0, RoundingMode.HALF_UP));
        }
    }

    /** As Stripe has it: the last digit of a currency with thousandths is a zero. */
    @Test
    void what_is_reckoned_can_be_paid() {
        for (int round = 0; round < 1_000; round++) {
            Money price = new Money(random.nextInt(), KWD);
            BigDecimal quantity = BigDecimal.valueOf(random.nextInt(), 3);
            Money all = price.times(quantity);
            assertThat(all.minor() % 10).isZero();
            assertThat(all.major())
                    .isEqualByComparingTo(price.major().multiply(quantity).setScale(2, RoundingMode.HALF_UP));
            assertThat(price.part(random.nextInt(31), 31).minor() % 10).isZero();
            assertThat(all.canBePaid()).isTrue();
        }
        assertThat(new Money(3_055, KWD).canBePaid()).isFalse();
        assertThat(new Money(3_055, USD).canBePaid()).isTrue();
        assertThat(new Money(3_055, JPY).canBePaid()).isTrue();
    }
}
