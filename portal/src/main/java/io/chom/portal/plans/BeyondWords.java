package io.chom.portal.plans;

import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.catalog.Pricing.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens beyond an allowance, as people compare it: "$0.05 for each GB", "not billed".
 *
 * @param language in which
 */
record BeyondWords(Language language) {

    String of(Allowance allowance, Meter meter) {
        return switch (allowance.enforcement()) {
            case HARD -> language.say("plans.beyond.stops");
            case SOFT -> language.say("plans.beyond.free");
            case METERED -> price(allowance.overage(), meter);
        };
    }

    private String price(@Nullable Pricing pricing, Meter meter) {
        return switch (pricing) {
            case null -> language.say("plans.beyond.free");
            case Pricing.PerUnit one ->
                language.say(
                        "plans.beyond.each",
                        language.formats().money(one.price()),
                        language.worded(meter).unit(BigDecimal.ONE));
            case Pricing.Packages one ->
                language.say(
                        "plans.beyond.package",
                        language.formats().money(one.price()),
                        language.quantity(one.size(), meter));
            case Pricing.Graduated one -> tiers(one.tiers(), meter);
            case Pricing.Volume one -> language.say("plans.beyond.all", tiers(one.tiers(), meter));
        };
    }

    private String tiers(List<Tier> tiers, Meter meter) {
        return tiers.stream().map(one -> tier(one, meter)).collect(Collectors.joining(", "));
    }

    private String tier(Tier tier, Meter meter) {
        var each = language.formats().money(tier.price());
        var price = tier.flat().minor() == 0
                ? each
                : each + " + " + language.formats().money(tier.flat());
        return tier.upTo() == null
                ? language.say("plans.beyond.last", price)
                : language.say("plans.beyond.tier", price, language.quantity(tier.upTo(), meter));
    }
}
