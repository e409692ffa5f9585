package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.List;

/** What a subscription consists of. */
final class SubscriptionItems {

    /** How requests describe items. */
    static final String FIELDS = "items.id items.price items.quantity# items.deleted? items.metadata.* "
            + "items.price_data.currency items.price_data.product items.price_data.unit_amount# "
            + "items.price_data.recurring.interval items.price_data.recurring.interval_count# ";

    private static final String PATH = "/v1/subscription_items";

    private SubscriptionItems() {}

    static List<Route> routes() {
        return List.of(
                Common.retrieve(PATH, Kind.SUBSCRIPTION_ITEM),
                Listing.of(
                        PATH,
                        "subscription!",
                        call -> call.shelf()
                                .named(Kind.SUBSCRIPTION, call.params(), "subscription")
                                .orElseThrow()
                                .objects("items")));
    }

    static List<Json> of(Json subscription) {
        return subscription.objects("items");
    }

    /** Adds, changes and takes out items as the request says. */
    static void apply(Shelf shelf, Json subscription, List<Json> asked) {
        List<Json> items = new ArrayList<>(of(subscription));
        for (Json each : asked) {
            if (!each.has("id")) {
                items.add(fresh(shelf, subscription, each));
            } else {
                Json item = items.stream()
                        .filter(there -> there.is("id", each.get("id")))
                        .findFirst()
                        .orElseThrow(() -> StripeError.noSuch("subscription item", each.string("id"), "items[0][id]")
                                .refused());
                if (each.flag("deleted")) {
                    items.remove(item);
                } else {
                    change(shelf, item, each);
                }
            }
        }
        if (items.isEmpty()) {
            throw StripeError.invalid(null, "items", "A subscription must have at least one active plan.")
                    .refused();
        }
        subscription.set(
                "items",
                Json.list("/v1/subscription_items?subscription=" + subscription.id(), items, false)
                        .set("total_count", (long) items.size()));
    }

    private static Json fresh(Shelf shelf, Json subscription, Json asked) {
        Json item = shelf.fresh(Kind.SUBSCRIPTION_ITEM)
                .set("created", shelf.now(subscription))
                .set("discounts", List.of())
                .set("subscription", subscription.id())
                .set("tax_rates", List.of());
        item.remove("livemode");
        of(subscription).stream()
                .findFirst()
                .ifPresent(other -> item.set("current_period_start", other.get("current_period_start"))
                        .set("current_period_end", other.get("current_period_end")));
        change(shelf, item, asked);
        if (!item.has("price")) {
            throw StripeError.missing("items[0][price]").refused();
        }
        return shelf.keep(item);
    }

    private static void change(Shelf shelf, Json item, Json asked) {
        if (asked.has("price_data")) {
            item.set(
                    "price",
                    Prices.make(shelf, asked.at("price_data"))
                            .set("active", false)
                            .copy());
        }
        shelf.named(Kind.PRICE, asked, "price").ifPresent(price -> {
            if (!price.has("recurring")) {
                throw StripeError.invalid(
                                null,
                                "items[0][price]",
                                "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.")
                        .refused();
            }
            item.set("price", price.copy());
        });
        if (asked.has("metadata")) {
            item.at("metadata").merge(asked.at("metadata")).withoutNulls();
        }
        if (metered(item)) {
            item.remove("quantity");
        } else {
            item.set("quantity", asked.number("quantity", item.number("quantity", 1)));
        }
    }

    /** Whether it is paid for by what was used, afterwards. */
    static boolean metered(Json item) {
        return item.at("price").at("recurring").is("usage_type", "metered");
    }

    /** The period that is running. */
    static Period period(Json subscription) {
        Json item = of(subscription).getFirst();
        return new Period(item.number("current_period_start"), item.number("current_period_end"));
    }

    static void setPeriod(Json subscription, Period period) {
        of(subscription)
                .forEach(item ->
                        item.set("current_period_start", period.start()).set("current_period_end", period.end()));
    }

    /** The price whose rhythm the subscription follows. */
    static Json price(Json subscription) {
        return of(subscription).getFirst().at("price");
    }
}
