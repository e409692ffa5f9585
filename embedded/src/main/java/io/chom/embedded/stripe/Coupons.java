package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Coupons, and the codes that people type. */
final class Coupons {

    private static final String CODES = "/v1/promotion_codes";

    private Coupons() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        "/v1/coupons",
                        "id name percent_off amount_off# currency duration duration_in_months# max_redemptions# "
                                + "redeem_by# metadata.* applies_to.products",
                        Coupons::create),
                Common.retrieve("/v1/coupons", Kind.COUPON),
                Common.update("/v1/coupons", Kind.COUPON, "name metadata.*", "coupon.updated"),
                Listing.of("/v1/coupons", Kind.COUPON, ""),
                Common.delete("/v1/coupons", Kind.COUPON, "coupon.deleted"),
                Route.post(
                        CODES,
                        "promotion.type promotion.coupon code customer active? expires_at# max_redemptions# "
                                + "metadata.* restrictions.first_time_transaction? restrictions.minimum_amount# "
                                + "restrictions.minimum_amount_currency",
                        Coupons::code),
                Common.retrieve(CODES, Kind.PROMOTION_CODE),
                Common.update(CODES, Kind.PROMOTION_CODE, "active? metadata.*", "promotion_code.updated"),
                Listing.of(CODES, Kind.PROMOTION_CODE, "active? code customer"));
    }

    private static Json create(Call call) {
        Json params = call.params();
        if (params.has("percent_off") == params.has("amount_off")) {
            throw StripeError.invalid(null, null, "You must pass either percent_off or amount_off, and not both.")
                    .refused();
        }
        if (params.has("amount_off") && !params.has("currency")) {
            throw StripeError.missing("currency").refused();
        }
        params.text("id").flatMap(call.shelf()::find).ifPresent(there -> {
            throw StripeError.invalid("resource_already_exists", "id", "Coupon already exists.")
                    .refused();
        });
        Json coupon = call.shelf()
                .fresh(Kind.COUPON)
                .set("amount_off", null)
                .set("currency", null)
                .set("duration", "once")
                .set("duration_in_months", null)
                .set("max_redemptions", null)
                .set("name", null)
                .set("percent_off", null)
                .set("redeem_by", null)
                .set("times_redeemed", 0L)
                .set("valid", true)
                .merge(params);
        coupon.text("percent_off").ifPresent(percent -> coupon.set("percent_off", new BigDecimal(percent)));
        return call.shelf().add(Common.tidy(coupon), "coupon.created");
    }

    private static Json code(Call call) {
        Json params = call.params();
        Json promotion = params.at("promotion");
        String coupon = promotion
                .text("coupon")
                .orElseThrow(() -> StripeError.missing("promotion[coupon]").refused());
        call.shelf().require(Kind.COUPON, coupon, "promotion[coupon]");
        String code = params.text("code").orElseGet(() -> Ids.random(8)).toUpperCase(Locale.ROOT);
        boolean taken =
                call.shelf().all(Kind.PROMOTION_CODE, "code", code).stream().anyMatch(other -> other.flag("active"));
        if (taken) {
            throw StripeError.invalid(
                            "resource_already_exists",
                            "code",
                            "An active promotion code with `code: %s` already exists.".formatted(code))
                    .refused();
        }
        Json made = call.shelf()
                .fresh(Kind.PROMOTION_CODE)
                .set("active", true)
                .set("customer", null)
                .set("expires_at", null)
                .set("max_redemptions", null)
                .set("restrictions", Json.of("first_time_transaction", false))
                .set("times_redeemed", 0L)
                .merge(params)
                .set("code", code);
        return call.shelf().add(Common.tidy(made), "promotion_code.created");
    }
}
