package io.chom.embedded.stripe;

import java.util.List;

/** What would be on an invoice: everything is done for real, on a copy that is thrown away. */
final class Previews {

    private static final String ITEMS = "subscription_details.items.id subscription_details.items.price "
            + "subscription_details.items.quantity# subscription_details.items.deleted? "
            + "subscription_details.items.price_data.currency subscription_details.items.price_data.product "
            + "subscription_details.items.price_data.unit_amount# "
            + "subscription_details.items.price_data.recurring.interval "
            + "subscription_details.items.price_data.recurring.interval_count# ";

    private Previews() {}

    static Route route() {
        return Route.post(
                "/v1/invoices/create_preview",
                "customer subscription currency preview_mode subscription_details.proration_behavior "
                        + "subscription_details.proration_date# subscription_details.billing_cycle_anchor# "
                        + "subscription_details.trial_end# subscription_details.cancel_at_period_end? "
                        + "automatic_tax.enabled? " + ITEMS + Discounts.FIELDS,
                Previews::preview);
    }

    private static Json preview(Call call) {
        Json params = call.params();
        Shelf scratch = call.shelf().scratch();
        Json change = params.at("subscription_details").copy();
        if (params.has("discounts")) {
            change.set("discounts", params.objects("discounts"));
        }
        Json invoice = params.has("subscription")
                ? changed(call, scratch, change)
                : begun(call, scratch, change.set("customer", params.get("customer")));
        if (invoice.is("status", "draft")) {
            Json customer = scratch.require(Kind.CUSTOMER, invoice.string("customer"), "customer");
            Drafts.useBalance(scratch, invoice, customer);
        }
        return shown(invoice.copy());
    }

    private static Json changed(Call call, Shelf scratch, Json change) {
        Json subscription =
                scratch.named(Kind.SUBSCRIPTION, call.params(), "subscription").orElseThrow();
        Object latest = subscription.get("latest_invoice");
        if (!change.isEmpty()) {
            var unused = SubscriptionChanges.update(
                    new Call(call.sandbox(), scratch, List.of(subscription.id()), change, call.base()));
        }
        if (subscription.is("latest_invoice", latest)) {
            Turns.turn(scratch, subscription, call.base());
        }
        if (subscription.is("latest_invoice", latest)) {
            throw new StripeError(
                            404,
                            "invalid_request_error",
                            "invoice_upcoming_none",
                            null,
                            "No upcoming invoices for customer: '%s'".formatted(subscription.string("customer")),
                            new Json())
                    .refused();
        }
        return latest(scratch, subscription);
    }

    private static Json begun(Call call, Shelf scratch, Json params) {
        if (!params.has("customer")) {
            throw StripeError.missing("customer").refused();
        }
        params.set("payment_behavior", "default_incomplete");
        Json subscription = Subscriptions.create(new Call(call.sandbox(), scratch, List.of(), params, call.base()));
        return latest(scratch, subscription);
    }

    private static Json latest(Shelf scratch, Json subscription) {
        return scratch.named(Kind.INVOICE, subscription, "latest_invoice").orElseThrow();
    }

    /** As a draft that nobody can find. */
    private static Json shown(Json invoice) {
        invoice.remove("confirmation_secret");
        return invoice.set("id", Ids.next("upcoming_in_"))
                .set("amount_paid", 0L)
                .set("amount_remaining", invoice.get("amount_due"))
                .set("hosted_invoice_url", null)
                .set("invoice_pdf", null)
                .set("number", null)
                .set("status", "draft");
    }
}
