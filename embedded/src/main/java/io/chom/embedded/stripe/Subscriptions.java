package io.chom.embedded.stripe;

import java.util.List;
import java.util.Optional;

/** Who pays again and again. */
final class Subscriptions {

    private static final String PATH = "/v1/subscriptions";
    private static final String KEPT = "collection_method days_until_due# default_payment_method description "
            + "metadata.* cancel_at# cancel_at_period_end? application_fee_percent transfer_data.destination "
            + "transfer_data.amount_percent trial_settings.end_behavior.missing_payment_method on_behalf_of "
            + "payment_settings.save_default_payment_method payment_settings.payment_method_types "
            + "automatic_tax.enabled? ";
    private static final String FIELDS = KEPT + SubscriptionItems.FIELDS + Discounts.FIELDS
            + "proration_behavior payment_behavior off_session? billing_cycle_anchor# trial_end# ";

    private Subscriptions() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        FIELDS + "customer! currency trial_period_days# add_invoice_items.price "
                                + "add_invoice_items.quantity# billing_mode.type",
                        Subscriptions::create),
                Common.retrieve(PATH, Kind.SUBSCRIPTION),
                Route.post(
                        PATH + "/*",
                        FIELDS + "proration_date# pause_collection.behavior pause_collection.resumes_at# "
                                + "cancellation_details.comment cancellation_details.feedback",
                        SubscriptionChanges::update),
                Listing.of(PATH, "customer status collection_method price test_clock", Subscriptions::wanted),
                Route.delete(
                        PATH + "/*",
                        "invoice_now? prorate? cancellation_details.comment cancellation_details.feedback",
                        SubscriptionChanges::cancel),
                Route.post(PATH + "/*/resume", "proration_behavior billing_cycle_anchor", SubscriptionChanges::resume));
    }

    static Json create(Call call) {
        Shelf shelf = call.shelf();
        Json params = call.params();
        Json customer = shelf.require(Kind.CUSTOMER, params.string("customer"), "customer");
        Json subscription = empty(shelf, customer);
        params.names().stream()
                .filter(name -> kept(name) || name.equals("metadata"))
                .forEach(name -> subscription.merge(Json.of(name, params.get(name))));
        Common.tidy(subscription);
        SubscriptionItems.apply(shelf, subscription, params.objects("items"));
        subscription.set("currency", SubscriptionItems.price(subscription).get("currency"));
        subscription.set("discounts", Discounts.make(shelf, params.objects("discounts"), customer));
        return SubscriptionStart.begin(call, subscription);
    }

    /** Whether the parameter is a field of the object by the same name. */
    static boolean kept(String name) {
        return Fields.of(KEPT).knowsFirst(name);
    }

    private static Json empty(Shelf shelf, Json customer) {
        Json subscription = shelf.fresh(Kind.SUBSCRIPTION).set("created", shelf.now(customer));
        for (String name : "application_fee_percent cancel_at canceled_at days_until_due default_payment_method "
                .concat("description ended_at latest_invoice pause_collection pending_setup_intent ")
                .concat("pending_update schedule transfer_data trial_end trial_start")
                .split(" ")) {
            subscription.set(name, null);
        }
        return subscription
                .set("automatic_tax", Json.of("enabled", false))
                .set("billing_mode", Json.of("type", "flexible"))
                .set("cancel_at_period_end", false)
                .set(
                        "cancellation_details",
                        Json.of("comment", null).set("feedback", null).set("reason", null))
                .set("collection_method", "charge_automatically")
                .set("customer", customer.id())
                .set("discounts", List.of())
                .set("start_date", shelf.now(customer))
                .set("test_clock", customer.get("test_clock"))
                .set("trial_settings", Json.of("end_behavior", Json.of("missing_payment_method", "create_invoice")));
    }

    /** Those that have not ended, unless a status is asked for. */
    private static List<Json> wanted(Call call) {
        Json params = call.params();
        String status = params.text("status").orElse("");
        Optional<String> price = params.text("price");
        params.remove("status");
        params.remove("price");
        return call.shelf().all(Kind.SUBSCRIPTION).stream()
                .filter(each -> switch (status) {
                    case "" -> !each.is("status", "canceled");
                    case "all" -> true;
                    case "ended" -> each.has("ended_at");
                    default -> each.is("status", status);
                })
                .filter(each -> price.isEmpty()
                        || SubscriptionItems.of(each).stream()
                                .anyMatch(item -> item.at("price").is("id", price.get())))
                .toList();
    }
}
