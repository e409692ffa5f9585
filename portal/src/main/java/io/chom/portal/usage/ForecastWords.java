package io.chom.portal.usage;

import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterForecast;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageForecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The sentences about how a period is likely to end. */
record ForecastWords(Language language) {

    /** Of one meter: "About 520 GB by Nov 30 (likely 480 GB to 560 GB)". Empty where too little is known of it. */
    Optional<String> ahead(UsageForecast forecast, MeterUsage usage) {
        return forecast.of(usage.meter().id()).map(one -> ahead(forecast, usage, one));
    }

    private String ahead(UsageForecast forecast, MeterUsage usage, MeterForecast one) {
        var likely = quantity(one.expected(), usage);
        var day = language.formats().date(forecast.lastDay());
        var low = quantity(one.low(), usage);
        var high = quantity(one.high(), usage);
        return low.equals(high)
                ? language.say("usage.ahead", likely, day)
                : language.say("usage.ahead.between", likely, day, low, high);
    }

    /** Of the bill: "about $96.20 by Nov 30". */
    String bill(UsageForecast forecast) {
        var formats = language.formats();
        var likely = formats.money(forecast.expected());
        var day = formats.date(forecast.lastDay());
        return forecast.low().equals(forecast.high())
                ? language.say("usage.ahead.bill", likely, day)
                : language.say(
                        "usage.ahead.bill.between",
                        likely,
                        day,
                        formats.money(forecast.low()),
                        formats.money(forecast.high()));
    }

    /** As fine as it is worth: nobody knows a hundredth of what is to come. */
    private String quantity(BigDecimal quantity, MeterUsage usage) {
        var rounded = quantity.compareTo(BigDecimal.TEN) < 0 ? quantity : quantity.setScale(0, RoundingMode.HALF_UP);
        return language.quantity(rounded, usage.meter());
    }
}
