package io.chom.portal.usage;

import io.chom.portal.formats.ChargeWords;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Pricing.Charge;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The sentences about one meter. */
record MeterWords(Language language) {

    String included(MeterUsage usage) {
        return language.say("usage.included", allowed(usage));
    }

    /** What is included: "500 GB", or "20 jobs a day". */
    String allowed(MeterUsage usage) {
        return language.allowance(usage.allowance(), usage.meter());
    }

    String used(MeterUsage usage) {
        return quantity(usage.used(), usage);
    }

    String level(MeterUsage usage) {
        return language.say("usage.level." + usage.level().name().toLowerCase(Locale.ROOT));
    }

    /** What is left, or what lies beyond and what it costs: a charge is always a sentence. */
    String consequence(MeterUsage usage) {
        if (usage.overage().signum() > 0) {
            return beyond(usage);
        }
        var left = usage.allowance().included().subtract(usage.used());
        return left.signum() == 0
                ? language.say("usage.full", allowed(usage))
                : language.say(isDaily(usage) ? "usage.left.today" : "usage.left", quantity(left, usage));
    }

    private String beyond(MeterUsage usage) {
        var over = quantity(usage.overage(), usage);
        var included = allowed(usage);
        return switch (usage.allowance().enforcement()) {
            case METERED -> billed(usage, over, included);
            case SOFT -> language.say("usage.over.soft", over, included);
            case HARD -> language.say(isDaily(usage) ? "usage.over.hard.day" : "usage.over.hard", over, included);
        };
    }

    private String billed(MeterUsage usage, String over, String included) {
        var charges = charges(usage);
        return charges.size() == 1 ? charges.getFirst() : language.say("usage.over.tiers", over, included, cost(usage));
    }

    private static boolean isDaily(MeterUsage usage) {
        return usage.allowance().per() == Allowance.Per.DAY;
    }

    private String cost(MeterUsage usage) {
        return language.formats().money(usage.overageCost());
    }

    /** The charges for what lies beyond, each with how it was calculated. */
    List<String> charges(MeterUsage usage) {
        var pricing = usage.allowance().overage();
        List<Charge> charges = pricing == null ? List.of() : pricing.charges(usage.overage());
        return IntStream.range(0, charges.size())
                .mapToObj(at -> new ChargeWords(language)
                        .sentence(usage.meter(), usage.allowance().included(), charges.get(at), at == 0))
                .toList();
    }

    private String quantity(BigDecimal quantity, MeterUsage usage) {
        return language.quantity(quantity, usage.meter());
    }
}
