package io.chom.portal.reseller;

import io.chom.portal.formats.Language;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.reseller.ResellerDashboard.CustomerRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One customer as the list writes it. */
record Customer(CustomerRow row, Language language) {

    private static final int NEAR = 80;

    /** What it uses, in the house's words. */
    List<MeterUsage> meters() {
        return language.worded(row.meters());
    }

    /** The meter with the highest share; empty without meters. */
    Optional<MeterUsage> highest() {
        return meters().stream().max(Comparator.comparingInt(MeterUsage::percent));
    }

    /** What was used of a meter; empty where the plan has none of it. */
    Optional<BigDecimal> used(Meter meter) {
        return meters().stream()
                .filter(usage -> usage.meter().equals(meter))
                .findFirst()
                .map(MeterUsage::used);
    }

    boolean isNearLimit() {
        return row.highestPercent() >= NEAR;
    }

    boolean isActive() {
        return "active".equals(row.status());
    }

    /** Whether name or plan contains the text, in any case. */
    boolean matches(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.plan().toLowerCase(Locale.ROOT).contains(wanted);
    }

    String mrr() {
        return language.formats().money(row.mrr());
    }

    Status tone() {
        return isActive() ? Status.SUCCESS : Status.WAITING;
    }

    String status() {
        return language.say("reseller.status." + (isActive() ? "active" : "suspended"));
    }

    /** The highest meter in words: name and share. */
    String highestWords() {
        return highest()
                .map(usage -> usage.meter().name() + " " + language.formats().percent(usage.percent()))
                .orElse("–");
    }

    /** Used of included of one meter. */
    String figures(MeterUsage usage) {
        return language.say(
                "usage.of",
                language.formats().number(usage.used(), usage.meter().decimals()),
                language.allowance(usage.allowance(), usage.meter()));
    }

    /** The band of the highest meter, as the style sheet names it. */
    String level() {
        return highest()
                .map(usage -> usage.level().name().toLowerCase(Locale.ROOT))
                .orElse("fine");
    }
}
