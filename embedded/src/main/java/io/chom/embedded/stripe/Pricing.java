package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What so many of something cost, in minor units. */
final class Pricing {

    private Pricing() {}

    /** The amount, rounded half up once, at the end. */
    static long amount(Json price, BigDecimal quantity) {
        return exact(price, divided(price, quantity))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static long amount(Json price, long quantity) {
        return amount(price, BigDecimal.valueOf(quantity));
    }

    /** A part of an amount by time, rounded half up. */
    static long share(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal divided(Json price, BigDecimal quantity) {
        Json transform = price.at("transform_quantity");
        if (transform.isEmpty()) {
            return quantity;
        }
        RoundingMode mode = transform.is("round", "up") ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return quantity.divide(BigDecimal.valueOf(transform.number("divide_by", 1)), 0, mode);
    }

    private static BigDecimal exact(Json price, BigDecimal quantity) {
        if (!price.is("billing_scheme", "tiered")) {
            return decimal(price, "unit_amount").multiply(quantity);
        }
        return price.is("tiers_mode", "volume")
                ? volume(price.objects("tiers"), quantity)
                : graduated(price.objects("tiers"), quantity);
    }

    private static BigDecimal volume(List<Json> tiers, BigDecimal quantity) {
        Json tier = tiers.stream()
                .filter(each -> quantity.compareTo(upTo(each)) <= 0)
                .findFirst()
                .orElseThrow();
        return decimal(tier, "unit_amount").multiply(quantity).add(decimal(tier, "flat_amount"));
    }

    private static BigDecimal graduated(List<Json> tiers, BigDecimal quantity) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Json tier : tiers) {
            BigDecimal within = quantity.min(upTo(tier)).subtract(below);
            if (within.signum() > 0) {
                sum = sum.add(decimal(tier, "unit_amount").multiply(within)).add(decimal(tier, "flat_amount"));
            }
            below = upTo(tier);
        }
        return sum;
    }

    private static BigDecimal upTo(Json tier) {
        return BigDecimal.valueOf(tier.number("up_to", Long.MAX_VALUE));
    }

    private static BigDecimal decimal(Json object, String name) {
        return object.text(name + "_decimal")
                .map(BigDecimal::new)
                .orElseGet(() -> BigDecimal.valueOf(object.number(name)));
    }
}
