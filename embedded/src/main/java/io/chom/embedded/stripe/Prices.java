package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.util.List;

/** What it costs. */
final class Prices {

    /** How a price is described inside of other objects. */
    static final String DATA = "currency product product_data.name product_data.metadata.* unit_amount# "
            + "unit_amount_decimal recurring.interval recurring.interval_count# tax_behavior";

    private static final String PATH = "/v1/prices";
    private static final String FIELDS = "active? nickname lookup_key transfer_lookup_key? metadata.* tax_behavior ";
    private static final String NEW = FIELDS + "currency! product product_data.name product_data.metadata.* "
            + "unit_amount# unit_amount_decimal recurring.interval recurring.interval_count# recurring.usage_type "
            + "recurring.meter recurring.trial_period_days# billing_scheme tiers_mode tiers.up_to# "
            + "tiers.unit_amount# tiers.unit_amount_decimal tiers.flat_amount# tiers.flat_amount_decimal "
            + "transform_quantity.divide_by# transform_quantity.round";

    private Prices() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, NEW, call -> make(call.shelf(), call.params())),
                Common.retrieve(PATH, Kind.PRICE),
                Route.post(PATH + "/*", FIELDS, Prices::update),
                Listing.of(
                        PATH,
                        "active? currency product type lookup_keys recurring.interval recurring.meter recurring.usage_type",
                        Prices::wanted));
    }

    /** A new price with the fields given; with a product of its own if one is described. */
    static Json make(Shelf shelf, Json given) {
        Json data = given.copy();
        takeLookupKey(shelf, data);
        if (data.has("product_data")) {
            data.set("product", Products.make(shelf, data.at("product_data")).id());
            data.remove("product_data");
        }
        shelf.require(Kind.PRODUCT, required(data, "product"), "product");
        Json price = shelf.fresh(Kind.PRICE)
                .set("active", true)
                .set("billing_scheme", "per_unit")
                .set("lookup_key", null)
                .set("nickname", null)
                .set("recurring", null)
                .set("tax_behavior", "unspecified")
                .set("tiers_mode", null)
                .set("transform_quantity", null)
                .set("type", data.has("recurring") ? "recurring" : "one_time")
                .set("unit_amount", null)
                .set("unit_amount_decimal", null)
                .merge(data);
        amounts(price);
        if (data.has("recurring")) {
            recurring(shelf, price);
        }
        return shelf.add(Common.tidy(price), "price.created");
    }

    private static void amounts(Json price) {
        if (price.is("billing_scheme", "tiered")) {
            required(price, "tiers_mode");
            price.objects("tiers").stream()
                    .filter(tier -> tier.is("up_to", "inf"))
                    .forEach(tier -> tier.set("up_to", null));
        } else if (price.has("unit_amount")) {
            price.set("unit_amount_decimal", String.valueOf(price.number("unit_amount")));
        } else {
            BigDecimal exact = new BigDecimal(required(price, "unit_amount_decimal"));
            boolean whole = exact.stripTrailingZeros().scale() <= 0;
            price.set("unit_amount", whole ? (Object) exact.longValueExact() : null);
        }
    }

    private static void recurring(Shelf shelf, Json price) {
        Json given = price.at("recurring");
        price.set(
                "recurring",
                Json.of("interval", required(given, "interval"))
                        .set("interval_count", 1L)
                        .set("meter", null)
                        .set("trial_period_days", null)
                        .set("usage_type", "licensed")
                        .merge(given));
        shelf.named(Kind.BILLING_METER, given, "meter");
        if (price.at("recurring").is("usage_type", "metered")) {
            required(given, "meter");
        }
    }

    private static void takeLookupKey(Shelf shelf, Json data) {
        boolean transfer = data.flag("transfer_lookup_key");
        data.remove("transfer_lookup_key");
        data.text("lookup_key")
                .ifPresent(key -> shelf.all(Kind.PRICE, "lookup_key", key).forEach(other -> {
                    if (!transfer) {
                        throw StripeError.invalid(null, "lookup_key", "A price already uses that lookup key.")
                                .refused();
                    }
                    other.set("lookup_key", null);
                }));
    }

    private static Json update(Call call) {
        Json price = call.subject(Kind.PRICE);
        takeLookupKey(call.shelf(), call.params());
        return Common.change(call, price, "price.updated");
    }

    private static List<Json> wanted(Call call) {
        Json params = call.params();
        List<String> keys = params.texts("lookup_keys");
        Json recurring = params.at("recurring").copy();
        params.remove("lookup_keys");
        params.remove("recurring");
        return call.shelf().all(Kind.PRICE).stream()
                .filter(price -> keys.isEmpty()
                        || price.text("lookup_key").filter(keys::contains).isPresent())
                .filter(price -> recurring.names().stream()
                        .allMatch(name -> price.at("recurring").is(name, recurring.get(name))))
                .toList();
    }

    private static String required(Json object, String name) {
        return object.text(name).orElseThrow(() -> StripeError.missing(name).refused());
    }
}
