package io.chom.embedded.stripe;

import java.util.List;

/** How a subscription changes and ends. */
final class SubscriptionChanges {

    private SubscriptionChanges() {}

    static Json update(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json subscription = call.subject(Kind.SUBSCRIPTION);
        mustRun(subscription);
        Json before = subscription.copy();
        params.names().stream()
                .filter(name -> Subscriptions.kept(name)
                        || List.of("metadata", "pause_collection", "cancellation_details")
                                .contains(name))
                .forEach(name -> subscription.merge(Json.of(name, params.get(name))));
        Common.tidy(subscription);
        cancellation(shelf, subscription, params);
        if (params.names("discounts")) {
            Json customer = shelf.require(Kind.CUSTOMER, subscription.string("customer"), "customer");
            subscription.set("discounts", Discounts.make(shelf, params.objects("discounts"), customer));
        }
        if (params.has("items")) {
            SubscriptionItems.apply(shelf, subscription, params.objects("items"));
        }
        money(call, subscription, before);
        shelf.changed("customer.subscription.updated", subscription, before);
        return subscription;
    }

    private static void mustRun(Json subscription) {
        if (subscription.has("ended_at")) {
            throw StripeError.noSuch("subscription", subscription.id(), "id").refused();
        }
    }

    private static void cancellation(Shelf shelf, Json subscription, Json params) {
        boolean end = subscription.flag("cancel_at_period_end");
        if (params.has("cancel_at_period_end")) {
            subscription
                    .set(
                            "cancel_at",
                            end
                                    ? (Object) SubscriptionItems.period(subscription)
                                            .end()
                                    : null)
                    .set("canceled_at", end ? (Object) shelf.now(subscription) : null);
            subscription.at("cancellation_details").set("reason", end ? "cancellation_requested" : null);
        } else if (params.names("cancel_at")) {
            subscription.set("canceled_at", params.has("cancel_at") ? (Object) shelf.now(subscription) : null);
        }
    }

    /** What the change costs: nothing during a trial, a part of the period, or a whole new one. */
    private static void money(Call call, Json subscription, Json before) {
        Json params = call.params();
        Shelf shelf = call.shelf();
        boolean trial = subscription.is("status", "trialing");
        if (trial && params.has("trial_end")) {
            trialUntil(call, subscription);
            return;
        }
        if (trial) {
            return;
        }
        long at = params.number("proration_date", shelf.now(subscription));
        boolean anew = params.is("billing_cycle_anchor", "now") || !Proration.sameRhythm(before, subscription);
        if (!params.is("proration_behavior", "none")) {
            Json customer = shelf.require(Kind.CUSTOMER, subscription.string("customer"), "customer");
            Proration.items(before, subscription, at, anew).forEach(item -> InvoiceItems.make(shelf, customer, item));
        }
        if (anew) {
            period(call, subscription, at);
        } else if (params.is("proration_behavior", "always_invoice")) {
            invoice(call, subscription);
        }
    }

    private static void trialUntil(Call call, Json subscription) {
        long now = call.shelf().now(subscription);
        long end = Math.max(now, call.params().number("trial_end", now));
        subscription.set("trial_end", end);
        if (end == now) {
            subscription.set("status", "active");
            period(call, subscription, now);
        } else {
            subscription.set("billing_cycle_anchor", end);
            SubscriptionItems.setPeriod(
                    subscription,
                    new Period(SubscriptionItems.period(subscription).start(), end));
        }
    }

    /** A new period begins now and is paid for now. */
    private static void period(Call call, Json subscription, long at) {
        Period period = Period.from(at, at, SubscriptionItems.price(subscription));
        subscription.set("billing_cycle_anchor", at);
        SubscriptionItems.setPeriod(subscription, period);
        Json invoice = SubscriptionInvoices.draft(call.shelf(), subscription, "subscription_update");
        SubscriptionInvoices.addAhead(call.shelf(), invoice, subscription, period);
        SubscriptionInvoices.keep(call.shelf(), invoice, subscription);
        SubscriptionInvoices.collect(call.shelf(), invoice, call.base());
    }

    private static void invoice(Call call, Json subscription) {
        Json invoice = SubscriptionInvoices.draft(call.shelf(), subscription, "subscription_update");
        SubscriptionInvoices.keep(call.shelf(), invoice, subscription);
        SubscriptionInvoices.collect(call.shelf(), invoice, call.base());
    }

    static Json cancel(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json subscription = call.subject(Kind.SUBSCRIPTION);
        mustRun(subscription);
        subscription
                .at("cancellation_details")
                .merge(params.at("cancellation_details"))
                .set("reason", "cancellation_requested");
        if (params.flag("prorate") && !subscription.is("status", "trialing")) {
            Json customer = shelf.require(Kind.CUSTOMER, subscription.string("customer"), "customer");
            Proration.unused(subscription, shelf.now(subscription))
                    .forEach(item -> InvoiceItems.make(shelf, customer, item));
        }
        if (params.flag("invoice_now")) {
            Period period = SubscriptionItems.period(subscription);
            Json invoice = SubscriptionInvoices.draft(shelf, subscription, "subscription_update");
            SubscriptionInvoices.addUsed(
                    shelf, invoice, subscription, new Period(period.start(), shelf.now(subscription)));
            SubscriptionInvoices.keep(shelf, invoice, subscription);
            SubscriptionInvoices.collect(shelf, invoice, call.base());
        }
        SubscriptionStates.end(shelf, subscription, "canceled", "customer.subscription.deleted");
        return subscription;
    }

    /** Goes on after a trial that ended without a card. */
    static Json resume(Call call) {
        Json subscription = call.subject(Kind.SUBSCRIPTION);
        if (!subscription.is("status", "paused")) {
            throw StripeError.state("subscription_not_paused", "Only a paused subscription can be resumed.")
                    .refused();
        }
        subscription.set("status", "active");
        period(call, subscription, call.shelf().now(subscription));
        call.shelf().say("customer.subscription.resumed", subscription);
        return subscription;
    }
}
