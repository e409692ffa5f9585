package io.chom.embedded.stripe;

import java.math.BigDecimal;
import java.util.Optional;

/** How a subscription begins: with a trial, or with an invoice. */
final class SubscriptionStart {

    private static final long DAY = 86_400;

    private SubscriptionStart() {}

    static Json begin(Call call, Json subscription) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        long now = shelf.now(subscription);
        long trialEnd = trialEnd(params, now);
        long anchor = params.number("billing_cycle_anchor", Math.max(now, trialEnd));
        boolean trial = trialEnd > now;
        Period period =
                trial ? new Period(now, trialEnd) : Period.from(now, anchor, SubscriptionItems.price(subscription));
        SubscriptionItems.setPeriod(subscription, period);
        subscription.set("billing_cycle_anchor", anchor).set("status", trial ? "trialing" : "incomplete");
        if (trial) {
            subscription.set("trial_start", now).set("trial_end", trialEnd);
        }
        Json invoice = SubscriptionInvoices.draft(shelf, subscription, "subscription_create");
        lines(shelf, invoice, subscription, period, params);
        Totals.compute(shelf, invoice);
        mustBePayable(shelf, invoice, params);
        shelf.keep(subscription);
        return pay(call, subscription, invoice);
    }

    private static long trialEnd(Json params, long now) {
        long days = params.number("trial_period_days");
        return days > 0 ? now + days * DAY : params.number("trial_end");
    }

    private static void lines(Shelf shelf, Json invoice, Json subscription, Period period, Json params) {
        boolean partly = period.length() < period.whole(SubscriptionItems.price(subscription));
        if (subscription.is("status", "trialing")) {
            SubscriptionInvoices.addTrial(shelf, invoice, subscription, period);
        } else if (!partly || !params.is("proration_behavior", "none")) {
            SubscriptionInvoices.addAhead(shelf, invoice, subscription, period);
        }
        for (Json extra : params.objects("add_invoice_items")) {
            Json price = shelf.require(Kind.PRICE, extra.string("price"), "add_invoice_items[0][price]");
            long quantity = extra.number("quantity", 1);
            Json customer = shelf.require(Kind.CUSTOMER, subscription.string("customer"), "customer");
            InvoiceItems.make(
                    shelf,
                    customer,
                    Json.of("amount", Pricing.amount(price, BigDecimal.valueOf(quantity)))
                            .set("currency", price.get("currency"))
                            .set("pricing", InvoiceLines.pricing(price))
                            .set("quantity", quantity)
                            .set("subscription", subscription.id()));
        }
    }

    private static void mustBePayable(Shelf shelf, Json invoice, Json params) {
        boolean later = params.is("payment_behavior", "default_incomplete");
        if (later || invoice.number("amount_due") == 0 || invoice.is("collection_method", "send_invoice")) {
            return;
        }
        String method = Collection.method(shelf, invoice, null)
                .orElseThrow(() -> Collection.noMethod().refused());
        Optional<StripeError> refusal = shelf.find(Kind.PAYMENT_METHOD, method)
                .flatMap(found -> TestCard.of(found).refusal());
        if (refusal.isPresent() && params.is("payment_behavior", "error_if_incomplete")) {
            throw refusal.get().refused();
        }
    }

    private static Json pay(Call call, Json subscription, Json invoice) {
        Shelf shelf = call.shelf();
        boolean sent = invoice.is("collection_method", "send_invoice");
        if (sent && subscription.is("status", "incomplete")) {
            subscription.set("status", "active");
        }
        SubscriptionInvoices.keep(shelf, invoice, subscription);
        shelf.say("customer.subscription.created", subscription);
        if (sent && invoice.number("amount_due") > 0) {
            SubscriptionInvoices.later(shelf, invoice, subscription);
            return subscription;
        }
        Drafts.finish(shelf, invoice, call.base());
        if (invoice.is("status", "open") && !call.params().is("payment_behavior", "default_incomplete")) {
            String method = Collection.method(shelf, invoice, null).orElseThrow();
            boolean alone = call.params().flag("off_session");
            var unused = Collection.attempt(shelf, invoice, method, alone, call.base());
        }
        return subscription;
    }
}
