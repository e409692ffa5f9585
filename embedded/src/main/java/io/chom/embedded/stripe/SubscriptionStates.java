package io.chom.embedded.stripe;

import java.util.Optional;

/** What an invoice’s fate means for the subscription it is for. */
final class SubscriptionStates {

    private SubscriptionStates() {}

    static void paid(Shelf shelf, Json invoice) {
        of(shelf, invoice).ifPresent(subscription -> {
            if (!subscription.is("status", "trialing") && !subscription.is("status", "canceled")) {
                become(shelf, subscription, "active");
            }
        });
    }

    /** It is late; or, when no attempt is left, it ends. A first invoice never paid leaves it incomplete. */
    static void unpaid(Shelf shelf, Json invoice) {
        of(shelf, invoice).ifPresent(subscription -> {
            boolean begun = !subscription.is("status", "incomplete");
            boolean last = invoice.number("attempt_count") > 3 && !invoice.has("next_payment_attempt");
            if (begun && last) {
                subscription.at("cancellation_details").set("reason", "payment_failed");
                end(shelf, subscription, "canceled", "customer.subscription.deleted");
            } else if (begun && !subscription.is("status", "canceled")) {
                become(shelf, subscription, "past_due");
            }
        });
    }

    static void become(Shelf shelf, Json subscription, String status) {
        Json before = subscription.copy();
        shelf.changed("customer.subscription.updated", subscription.set("status", status), before);
    }

    /** The subscription is no more. */
    static void end(Shelf shelf, Json subscription, String status, String event) {
        long now = shelf.now(subscription);
        if (!subscription.has("canceled_at")) {
            subscription.set("canceled_at", now);
        }
        subscription.set("ended_at", now).set("status", status);
        shelf.say(event, subscription);
    }

    private static Optional<Json> of(Shelf shelf, Json invoice) {
        return Drafts.subscription(invoice).flatMap(id -> shelf.find(Kind.SUBSCRIPTION, id));
    }
}
