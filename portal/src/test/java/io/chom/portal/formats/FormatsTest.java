package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Meter TRAFFIC =
            new Meter(new MeterId("bandwidth_gb"), new Meter.Words("Bandwidth", "GB"), Meter.Aggregation.SUM, 2);
    private static final Meter SITES =
            new Meter(new MeterId("sites"), new Meter.Words("Sites", "sites", "site"), Meter.Aggregation.MAX, 0);

    private final Formats american = new Formats(Locale.US, ZoneOffset.UTC);
    private final Formats german = new Formats(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    @Test
    void an_amount_to_be_typed_over_has_the_digits_of_its_currency_and_no_sign() {
        var yen = Currency.getInstance("JPY");
        assertThat(new Formats(Locale.US, ZoneOffset.UTC).amount(Money.of("79", Currency.getInstance("USD"))))
                .isEqualTo("79.00");
        assertThat(new Formats(Locale.GERMANY, ZoneOffset.UTC).amount(Money.of("1284.5", Currency.getInstance("EUR"))))
                .isEqualTo("1.284,50");
        assertThat(new Formats(Locale.US, ZoneOffset.UTC).amount(new Money(500, yen)))
                .isEqualTo("500");
    }

    @Test
    void money_has_the_sign_and_the_digits_of_its_currency() {
        assertThat(american.money(Money.of("1284.50", Currency.getInstance("USD"))))
                .isEqualTo("$1,284.50");
        assertThat(american.money(new Money(1500, Currency.getInstance("JPY")))).isEqualTo("¥1,500");
        assertThat(german.money(Money.of("1284.50", Currency.getInstance("EUR"))))
                .isEqualTo("1.284,50\u00a0€");
    }

    @Test
    void quantities_carry_their_unit_and_one_of_many_is_singular() {
        assertThat(american.quantity(new BigDecimal("1240.500"), TRAFFIC)).isEqualTo("1,240.5\u00a0GB");
        assertThat(american.quantity(BigDecimal.ONE, SITES)).isEqualTo("1\u00a0site");
        assertThat(american.quantity(BigDecimal.ONE, TRAFFIC)).isEqualTo("1\u00a0GB");
        assertThat(american.quantity(BigDecimal.ZERO, SITES)).isEqualTo("0\u00a0sites");
    }

    @Test
    void times_are_told_in_the_zone_of_the_person_with_a_constant_width() {
        var instant = Instant.parse("2026-11-21T08:04:31Z");
        assertThat(american.time(instant)).isEqualTo("08:04:31");
        assertThat(german.time(instant)).isEqualTo("09:04:31");
    }

    @Test
    void percentages_beyond_reason_only_say_so() {
        assertThat(american.percent(80)).isEqualTo("80%");
        assertThat(american.percent(Integer.MAX_VALUE)).isEqualTo("> 999%");
    }

    @Test
    void dates_are_written_in_the_order_of_the_locale() {
        assertThat(american.date(LocalDate.parse("2026-11-21"))).isEqualTo("Nov 21, 2026");
        assertThat(german.date(LocalDate.parse("2026-11-21"))).isEqualTo("21.11.2026");
    }

    @Test
    void every_written_number_reads_back_as_the_rounded_one() throws ParseException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int decimals = random.nextInt(7);
            var number = new BigDecimal(random.nextLong(1_000_000_000_000L)).movePointLeft(random.nextInt(8));
            for (var locale : List.of(Locale.US, Locale.GERMANY, Locale.FRANCE, Locale.forLanguageTag("de-CH"))) {
                var written = new Formats(locale, ZoneOffset.UTC).number(number, decimals);
                var format = (java.text.DecimalFormat) NumberFormat.getNumberInstance(locale);
                format.setParseBigDecimal(true);
                assertThat((BigDecimal) format.parse(written))
                        .as("%s in %s, seed %s", number, locale, seed)
                        .isEqualByComparingTo(number.setScale(decimals, RoundingMode.HALF_UP));
            }
        }
    }

    @Test
    void what_was_typed_is_read_as_it_is_written_there_or_not_at_all() {
        assertThat(american.typed(" 1,234.50 ")).contains(new BigDecimal("1234.50"));
        assertThat(american.typed("10.50")).contains(new BigDecimal("10.50"));
        assertThat(american.typed("1000")).contains(new BigDecimal("1000"));
        assertThat(german.typed("1.234,50")).contains(new BigDecimal("1234.50"));
        assertThat(german.typed("49,9")).contains(new BigDecimal("49.9"));
        assertThat(new Formats(Locale.FRANCE, ZoneOffset.UTC).typed("1 234,50")).contains(new BigDecimal("1234.50"));
        for (var wrong : List.of("", " ", "abc", "1x", "10.50.3", "1,23", "$5", "1e9", "1E9", "--1", "NaN", "∞")) {
            assertThat(american.typed(wrong)).as(wrong).isEmpty();
        }
        assertThat(german.typed("10.50")).isEmpty();
    }
}
