package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.List;

/** A purchase on a page of Stripe’s. */
final class CheckoutSessions {

    private static final String PATH = "/v1/checkout/sessions";
    private static final long DAY = 86_400;
    private static final String FIELDS = "mode! success_url cancel_url client_reference_id customer customer_email "
            + "customer_creation metadata.* locale expires_at# allow_promotion_codes? currency ui_mode "
            + "payment_method_types payment_method_collection billing_address_collection automatic_tax.enabled? "
            + "customer_update.address customer_update.name tax_id_collection.enabled? submit_type "
            + "line_items.price line_items.quantity# line_items.price_data.currency line_items.price_data.product "
            + "line_items.price_data.unit_amount# line_items.price_data.product_data.name "
            + "line_items.price_data.recurring.interval line_items.price_data.recurring.interval_count# "
            + "payment_intent_data.application_fee_amount# payment_intent_data.description "
            + "payment_intent_data.metadata.* payment_intent_data.setup_future_usage "
            + "payment_intent_data.transfer_data.destination subscription_data.application_fee_percent "
            + "subscription_data.description subscription_data.metadata.* subscription_data.trial_period_days# "
            + "subscription_data.trial_end# subscription_data.billing_cycle_anchor# "
            + "subscription_data.transfer_data.destination "
            + "subscription_data.trial_settings.end_behavior.missing_payment_method "
            + "subscription_data.proration_behavior setup_intent_data.metadata.* ";

    private CheckoutSessions() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, FIELDS + Discounts.FIELDS, CheckoutSessions::create),
                Common.retrieve(PATH, Kind.CHECKOUT_SESSION),
                Common.update(PATH, Kind.CHECKOUT_SESSION, "metadata.*", "checkout.session.updated"),
                Listing.of(PATH, Kind.CHECKOUT_SESSION, "customer payment_intent subscription status"),
                Listing.of(
                        PATH + "/*/line_items",
                        "",
                        call -> call.subject(Kind.CHECKOUT_SESSION).objects("line_items")),
                Route.post(PATH + "/*/expire", "", CheckoutSessions::expire));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        shelf.named(Kind.CUSTOMER, params, "customer");
        boolean setup = params.is("mode", "setup");
        if (!setup && params.objects("line_items").isEmpty()) {
            throw StripeError.missing("line_items").refused();
        }
        if (!params.has("success_url")) {
            throw StripeError.missing("success_url").refused();
        }
        List<Json> items = new ArrayList<>();
        params.objects("line_items").forEach(item -> items.add(item(shelf, item, params.string("mode"))));
        Json session = empty(shelf).merge(params);
        session.set("line_items", Json.list(PATH + "/" + session.id() + "/line_items", items, false));
        long total =
                items.stream().mapToLong(item -> item.number("amount_total")).sum();
        session.set("amount_subtotal", setup ? null : (Object) total)
                .set("amount_total", setup ? null : (Object) total)
                .set(
                        "currency",
                        items.isEmpty()
                                ? params.get("currency")
                                : items.getFirst().get("currency"))
                .set("url", "%s/checkout/%s/%s".formatted(call.base(), shelf.account(), session.id()));
        return shelf.keep(Common.tidy(session));
    }

    private static Json empty(Shelf shelf) {
        Json session = shelf.fresh(Kind.CHECKOUT_SESSION);
        for (String name : "cancel_url client_reference_id customer customer_details customer_email invoice "
                .concat("payment_intent setup_intent subscription")
                .split(" ")) {
            session.set(name, null);
        }
        return session.set("allow_promotion_codes", null)
                .set("expires_at", shelf.now() + DAY)
                .set("payment_method_types", List.of("card"))
                .set("payment_status", "unpaid")
                .set("status", "open")
                .set("ui_mode", "hosted_page");
    }

    private static Json item(Shelf shelf, Json asked, String mode) {
        Json price = asked.has("price_data")
                ? Prices.make(shelf, asked.at("price_data")).set("active", false)
                : shelf.require(Kind.PRICE, asked.text("price").orElse(""), "line_items[0][price]");
        if (price.has("recurring") && mode.equals("payment")) {
            throw StripeError.invalid(
                            null,
                            "line_items[0][price]",
                            "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.")
                    .refused();
        }
        long quantity = asked.number("quantity", 1);
        boolean metered = price.at("recurring").is("usage_type", "metered");
        long amount = metered ? 0 : Pricing.amount(price, quantity);
        String product =
                shelf.require(Kind.PRODUCT, price.string("product"), "product").string("name");
        return Json.of("id", Ids.next("li_"))
                .set("object", "item")
                .set("amount_discount", 0L)
                .set("amount_subtotal", amount)
                .set("amount_tax", 0L)
                .set("amount_total", amount)
                .set("currency", price.get("currency"))
                .set("description", product)
                .set("price", price.copy())
                .set("quantity", metered ? null : (Object) quantity);
    }

    private static Json expire(Call call) {
        Json session = call.subject(Kind.CHECKOUT_SESSION);
        if (!session.is("status", "open")) {
            throw StripeError.invalid(null, null, "Only Checkout Sessions with a status in [\"open\"] can be expired.")
                    .refused();
        }
        return expire(call.shelf(), session);
    }

    /** Nobody can buy here any more. */
    static Json expire(Shelf shelf, Json session) {
        session.set("status", "expired").set("url", null);
        shelf.say("checkout.session.expired", session);
        return session;
    }
}
