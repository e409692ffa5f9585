package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a change in the middle of a period costs and gives back, to the second. */
final class Proration {

    private Proration() {}

    /** Whether both turn at the same time. */
    static boolean sameRhythm(Json before, Json after) {
        Json one = SubscriptionItems.price(before).at("recurring");
        Json other = SubscriptionItems.price(after).at("recurring");
        return one.is("interval", other.get("interval")) && one.is("interval_count", other.get("interval_count"));
    }

    /**
     * Items for what changed.
     *
     * @param at the moment of the change
     * @param anew whether a new period is paid for whole, so that only what was paid before comes back
     */
    static List<Json> items(Json before, Json after, long at, boolean anew) {
        List<Json> items = new ArrayList<>();
        for (Json old : SubscriptionItems.of(before)) {
            Optional<Json> now = find(after, old);
            if (anew || now.isEmpty() || differs(old, now.get())) {
                part(before, old, at, -1).ifPresent(items::add);
            }
        }
        if (!anew) {
            for (Json item : SubscriptionItems.of(after)) {
                if (find(before, item).filter(old -> !differs(old, item)).isEmpty()) {
                    part(after, item, at, 1).ifPresent(items::add);
                }
            }
        }
        return items;
    }

    /** Items that give back what was paid for and is not used. */
    static List<Json> unused(Json subscription, long at) {
        return SubscriptionItems.of(subscription).stream()
                .flatMap(item -> part(subscription, item, at, -1).stream())
                .toList();
    }

    private static Optional<Json> find(Json subscription, Json item) {
        return SubscriptionItems.of(subscription).stream()
                .filter(other -> other.is("id", item.get("id")))
                .findFirst();
    }

    private static boolean differs(Json one, Json other) {
        return !one.at("price").is("id", other.at("price").get("id")) || !one.is("quantity", other.get("quantity"));
    }

    private static Optional<Json> part(Json subscription, Json item, long at, int sign) {
        Period period = SubscriptionItems.period(subscription);
        if (SubscriptionItems.metered(item) || at >= period.end()) {
            return Optional.empty();
        }
        Json price = item.at("price");
        long quantity = item.number("quantity", 1);
        long amount = Pricing.share(Pricing.amount(price, quantity), period.end() - at, period.length());
        Json details = Json.of("subscription", subscription.id()).set("subscription_item", item.id());
        return Optional.of(Json.of("amount", sign * amount)
                .set("currency", price.get("currency"))
                .set(
                        "description",
                        (sign < 0 ? "Unused time on " : "Remaining time on ") + quantity + " × "
                                + price.text("nickname").orElse(price.string("product")))
                .set("parent", Json.of("subscription_details", details).set("type", "subscription_details"))
                .set("period", Json.of("start", at).set("end", period.end()))
                .set("pricing", InvoiceLines.pricing(price))
                .set("proration", true)
                .set("quantity", quantity));
    }
}
