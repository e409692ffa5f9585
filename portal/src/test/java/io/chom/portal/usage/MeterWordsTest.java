package io.chom.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Allowance.Per;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterWordsTest {

    private static final Meter JOBS =
            new Meter(new MeterId("bulk_jobs"), new Meter.Words("Bulk jobs", "jobs", "job"), Meter.Aggregation.SUM, 0);

    private final MeterWords words = new MeterWords(new Language(new Formats(Locale.US, ZoneOffset.UTC)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HARD | DAY   | 19 | of 20 jobs a day included | 1 job left today
            HARD | DAY   | 20 | of 20 jobs a day included | All of your 20 jobs a day are used
            HARD | DAY   | 22 | of 20 jobs a day included | 2 jobs over your 20 jobs a day, where your plan ends. They are yours again tomorrow; a larger plan includes more.
            HARD | MONTH | 22 | of 20 jobs included       | 2 jobs over your 20 jobs, where your plan ends. A larger plan includes more.
            SOFT | MONTH | 18 | of 20 jobs included       | 2 jobs left
            SOFT | MONTH | 21 | of 20 jobs included       | 1 job over your 20 jobs. Nothing is charged for it.
            """)
    void a_limit_is_a_sentence(Enforcement enforcement, Per per, BigDecimal used, String included, String consequence) {
        var allowance = new Allowance(JOBS.id(), BigDecimal.valueOf(20), per, enforcement, null);
        var overage = used.subtract(allowance.included()).max(BigDecimal.ZERO);
        var usage = new MeterUsage(JOBS, allowance, used, overage, Money.zero(Currency.getInstance("USD")));

        assertThat(words.included(usage).replace('\u00a0', ' ')).isEqualTo(included);
        assertThat(words.consequence(usage).replace('\u00a0', ' ')).isEqualTo(consequence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            320 | 300 jobs over your 20 jobs: $3.99 | 200 jobs over your 20 jobs × $0.01 + $1.00 = $3.00 | then 100 jobs × $0.0099 = $0.99
            120 | 100 jobs over your 20 jobs × $0.01 + $1.00 = $2.00 | 100 jobs over your 20 jobs × $0.01 + $1.00 = $2.00 |
            """)
    void bands_are_said_one_by_one_in_the_bill_and_together_beside_the_meter(
            BigDecimal used, String together, String first, @Nullable String then) {
        var usd = Currency.getInstance("USD");
        var pricing = new Pricing.Graduated(List.of(
                new Pricing.Tier(BigDecimal.valueOf(200), UnitPrice.of("0.01", usd), Money.of("1.00", usd)),
                new Pricing.Tier(null, UnitPrice.of("0.0099", usd), Money.zero(usd))));
        var allowance = new Allowance(JOBS.id(), BigDecimal.valueOf(20), Per.MONTH, Enforcement.METERED, pricing);
        var overage = used.subtract(allowance.included());
        var usage = new MeterUsage(JOBS, allowance, used, overage, pricing.cost(overage));

        assertThat(words.consequence(usage).replace('\u00a0', ' ')).isEqualTo(together);
        assertThat(words.charges(usage).stream().map(text -> text.replace('\u00a0', ' ')))
                .containsExactlyElementsOf(then == null ? List.of(first) : List.of(first, then));
    }

    @Test
    void a_charge_has_every_digit_that_was_counted_so_that_it_can_be_reckoned_again() {
        var usd = Currency.getInstance("USD");
        var pricing = new Pricing.PerUnit(UnitPrice.of("4.00", usd));
        var overage = new BigDecimal("54.825");
        var allowance = new Allowance(JOBS.id(), BigDecimal.valueOf(20), Per.MONTH, Enforcement.METERED, pricing);
        var usage = new MeterUsage(JOBS, allowance, new BigDecimal("74.825"), overage, pricing.cost(overage));

        assertThat(words.charges(usage).getFirst().replace('\u00a0', ' '))
                .isEqualTo("54.825 jobs over your 20 jobs × $4.00 = $219.30");
    }
}
