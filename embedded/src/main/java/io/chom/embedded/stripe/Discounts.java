package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coupons in use. */
final class Discounts {

    /** The parameters that name discounts. */
    static final String FIELDS = "discounts.coupon discounts.promotion_code discounts.discount ";

    private Discounts() {}

    /**
     * New discounts for what a request names.
     *
     * @param customer whose
     * @return their ids
     */
    static List<String> make(Shelf shelf, List<Json> asked, Json customer) {
        List<String> ids = new ArrayList<>();
        for (Json each : asked) {
            if (each.has("discount")) {
                ids.add(shelf.require(Kind.DISCOUNT, each.string("discount"), "discounts")
                        .id());
            } else {
                ids.add(make(shelf, each, customer));
            }
        }
        return ids;
    }

    private static String make(Shelf shelf, Json asked, Json customer) {
        Json code = shelf.named(Kind.PROMOTION_CODE, asked, "promotion_code").orElseGet(Json::new);
        String id = code.isEmpty()
                ? asked.text("coupon").orElse("")
                : code.at("promotion").string("coupon");
        Json coupon = shelf.require(Kind.COUPON, id, "discounts[0][coupon]");
        long now = shelf.now(customer);
        redeem(coupon, now, "redeem_by");
        if (!code.isEmpty()) {
            redeem(code, now, "expires_at");
        }
        Json discount = Json.of("id", Ids.next("di_"))
                .set("object", "discount")
                .set("customer", customer.id())
                .set("end", end(coupon, now))
                .set("promotion_code", code.get("id"))
                .set("source", Json.of("coupon", coupon.id()).set("type", "coupon"))
                .set("start", now)
                .set("subscription", null);
        return shelf.keep(discount).id();
    }

    private static void redeem(Json object, long now, String until) {
        long times = object.number("times_redeemed") + 1;
        boolean over = times > object.number("max_redemptions", Long.MAX_VALUE)
                || now > object.number(until, Long.MAX_VALUE)
                || object.is("active", false);
        if (over) {
            throw StripeError.state("coupon_expired", "%s is no longer valid.".formatted(object.id()))
                    .refused();
        }
        object.set("times_redeemed", times);
    }

    private static @Nullable Long end(Json coupon, long now) {
        return coupon.is("duration", "repeating")
                ? (Long) Instant.ofEpochSecond(now)
                        .atZone(ZoneOffset.UTC)
                        .plusMonths(coupon.number("duration_in_months"))
                        .toEpochSecond()
                : null;
    }

    static Json coupon(Shelf shelf, Json discount) {
        return shelf.require(Kind.COUPON, discount.at("source").string("coupon"), "coupon");
    }

    /** Those that still count, the ids of which a subscription has. */
    static List<String> running(Shelf shelf, List<String> ids, long now) {
        return ids.stream()
                .filter(id -> shelf.find(Kind.DISCOUNT, id)
                        .filter(discount -> discount.number("end", Long.MAX_VALUE) > now)
                        .isPresent())
                .toList();
    }

    /** Those that go on after an invoice. */
    static List<String> lasting(Shelf shelf, List<String> ids) {
        return ids.stream()
                .filter(id -> shelf.find(Kind.DISCOUNT, id)
                        .filter(discount -> !coupon(shelf, discount).is("duration", "once"))
                        .isPresent())
                .toList();
    }

    /** What the percentage of a coupon takes off an amount, rounded half up. */
    static long share(Json coupon, long amount) {
        return coupon.get("percent_off") instanceof BigDecimal percent
                ? BigDecimal.valueOf(amount)
                        .multiply(percent)
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                        .longValueExact()
                : 0;
    }
}
