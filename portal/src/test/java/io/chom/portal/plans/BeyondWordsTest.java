package io.chom.portal.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Allowance.Per;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Meter.Aggregation;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.catalog.Pricing.Graduated;
import io.chom.tenants.catalog.Pricing.Packages;
import io.chom.tenants.catalog.Pricing.PerUnit;
import io.chom.tenants.catalog.Pricing.Tier;
import io.chom.tenants.catalog.Pricing.Volume;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeyondWordsTest {

    private static final Currency USD = Currency.getInstance("USD");

    private static final Meter CALLS =
            new Meter(new MeterId("calls"), new Meter.Words("Calls", "calls", "call"), Aggregation.SUM, 0);

    private static final List<Tier> TIERS = List.of(
            new Tier(BigDecimal.valueOf(100), price("0.05"), Money.of("1.00", USD)),
            new Tier(null, price("0.0004"), Money.zero(USD)));

    @Test
    void tells_what_happens_beyond_whatever_the_limit_is() {
        assertThat(words(Enforcement.HARD, null)).isEqualTo("not possible");
        assertThat(words(Enforcement.SOFT, null)).isEqualTo("not billed");
        assertThat(words(Enforcement.METERED, new PerUnit(price("0.03")))).isEqualTo("$0.03 for each call");
        assertThat(words(Enforcement.METERED, new Packages(BigDecimal.valueOf(1_000), price("2.00"))))
                .isEqualTo("$2.00 for each 1,000 calls begun");
        assertThat(words(Enforcement.METERED, new Graduated(TIERS)))
                .isEqualTo("$0.05 + $1.00 up to 100 calls, $0.0004 above");
        assertThat(words(Enforcement.METERED, new Volume(TIERS)))
                .isEqualTo("for all of it $0.05 + $1.00 up to 100 calls, $0.0004 above");
    }

    private static String words(Enforcement enforcement, @Nullable Pricing pricing) {
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
        var allowance = new Allowance(CALLS.id(), BigDecimal.TEN, Per.MONTH, enforcement, pricing);
        return new BeyondWords(language).of(allowance, CALLS).replace('\u00a0', ' ');
    }

    private static UnitPrice price(String amount) {
        return UnitPrice.of(amount, USD);
    }
}
