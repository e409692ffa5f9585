package io.chom.embedded.stripe;

/** What happens to a subscription when its time comes. */
final class Turns {

    private Turns() {}

    /** A period, or the trial, is over: the next one begins, or the subscription ends. */
    static void turn(Shelf shelf, Json subscription, String base) {
        if (subscription.flag("cancel_at_period_end")) {
            end(shelf, subscription, base);
            return;
        }
        Json before = subscription.copy();
        Period over = SubscriptionItems.period(subscription);
        boolean trial = subscription.is("status", "trialing");
        if (trial && !goesOn(shelf, subscription)) {
            return;
        }
        Period next = Period.from(
                over.end(), subscription.number("billing_cycle_anchor"), SubscriptionItems.price(subscription));
        SubscriptionItems.setPeriod(subscription, next);
        if (trial) {
            subscription.set("status", "active");
        }
        Json invoice = SubscriptionInvoices.draft(shelf, subscription, "subscription_cycle")
                .set("period_start", over.start())
                .set("period_end", over.end());
        SubscriptionInvoices.addAhead(shelf, invoice, subscription, next);
        if (!trial) {
            SubscriptionInvoices.addUsed(shelf, invoice, subscription, over);
        }
        SubscriptionInvoices.keep(shelf, invoice, subscription);
        SubscriptionInvoices.later(shelf, invoice, subscription);
        shelf.changed("customer.subscription.updated", subscription, before);
    }

    /** Whether the subscription goes on after its trial: it may need a card for that. */
    private static boolean goesOn(Shelf shelf, Json subscription) {
        Json invoice = SubscriptionInvoices.draft(shelf, subscription, "subscription_cycle");
        if (Collection.method(shelf, invoice, null).isPresent()) {
            return true;
        }
        Json behavior = subscription.at("trial_settings").at("end_behavior");
        if (behavior.is("missing_payment_method", "cancel")) {
            SubscriptionStates.end(shelf, subscription, "canceled", "customer.subscription.deleted");
            return false;
        }
        if (behavior.is("missing_payment_method", "pause")) {
            subscription.set("status", "paused");
            shelf.say("customer.subscription.paused", subscription);
            return false;
        }
        return true;
    }

    /** It ends as was asked for; what was used is billed. */
    static void end(Shelf shelf, Json subscription, String base) {
        Period period = SubscriptionItems.period(subscription);
        boolean used = SubscriptionItems.of(subscription).stream().anyMatch(SubscriptionItems::metered);
        if (used) {
            Json invoice = SubscriptionInvoices.draft(shelf, subscription, "subscription_cycle");
            SubscriptionInvoices.addUsed(
                    shelf, invoice, subscription, new Period(period.start(), shelf.now(subscription)));
            SubscriptionInvoices.keep(shelf, invoice, subscription);
            SubscriptionInvoices.collect(shelf, invoice, base);
        }
        SubscriptionStates.end(shelf, subscription, "canceled", "customer.subscription.deleted");
    }

    /** The first invoice was not paid in time. */
    static void expire(Shelf shelf, Json subscription) {
        Json before = subscription.copy();
        shelf.named(Kind.INVOICE, subscription, "latest_invoice")
                .filter(invoice -> invoice.is("status", "open"))
                .ifPresent(invoice -> Invoices.end(shelf, invoice, "void", "voided_at", "invoice.voided"));
        subscription.set("status", "incomplete_expired").set("ended_at", shelf.now(subscription));
        shelf.changed("customer.subscription.updated", subscription, before);
    }

    static void collectAgain(Shelf shelf, Json subscription) {
        Json before = subscription.copy();
        subscription.set("pause_collection", null);
        shelf.changed("customer.subscription.updated", subscription, before);
    }
}
