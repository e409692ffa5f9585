package io.chom.embedded.stripe;

import java.util.List;
import java.util.Locale;

/** Who pays. */
final class Customers {

    private static final String PATH = "/v1/customers";
    private static final String FIELDS = "address.* balance# business_name individual_name description email "
            + "invoice_prefix invoice_settings.default_payment_method invoice_settings.footer metadata.* name "
            + "next_invoice_sequence# phone preferred_locales shipping.name shipping.phone shipping.address.* "
            + "tax_exempt tax.* ";

    private Customers() {}

    static List<Route> routes() {
        return List.of(
                Route.post(PATH, FIELDS + "payment_method test_clock", call -> make(call.shelf(), call.params())),
                Route.get(
                        PATH + "/*",
                        Fields.NONE,
                        call -> call.shelf()
                                .find(call.id())
                                .filter(found -> found.is("object", "customer"))
                                .orElseGet(() -> call.subject(Kind.CUSTOMER))),
                Route.post(PATH + "/*", FIELDS, Customers::update),
                Listing.of(PATH, Kind.CUSTOMER, "email test_clock"),
                Route.delete(PATH + "/*", "", Customers::delete));
    }

    /** A new customer with the fields given. */
    static Json make(Shelf shelf, Json given) {
        Json data = given.copy();
        data.remove("payment_method");
        shelf.named(Kind.TEST_CLOCK, data, "test_clock");
        Json customer = shelf.fresh(Kind.CUSTOMER)
                .set("address", null)
                .set("balance", 0L)
                .set("currency", null)
                .set("default_source", null)
                .set("delinquent", false)
                .set("description", null)
                .set("discount", null)
                .set("email", null)
                .set("invoice_prefix", Ids.random(8).toUpperCase(Locale.ROOT))
                .set(
                        "invoice_settings",
                        Json.of("custom_fields", null)
                                .set("default_payment_method", null)
                                .set("footer", null))
                .set("name", null)
                .set("next_invoice_sequence", 1L)
                .set("phone", null)
                .set("preferred_locales", List.of())
                .set("shipping", null)
                .set("tax_exempt", "none")
                .set("test_clock", null)
                .merge(data);
        return shelf.add(Common.tidy(customer), "customer.created");
    }

    private static Json update(Call call) {
        return Common.change(call, call.subject(Kind.CUSTOMER), "customer.updated");
    }

    /** What is left says that the customer was there. */
    private static Json delete(Call call) {
        Json customer = call.subject(Kind.CUSTOMER);
        call.shelf().all(Kind.SUBSCRIPTION, "customer", customer.id()).stream()
                .filter(subscription -> !subscription.has("ended_at"))
                .forEach(subscription -> SubscriptionStates.end(
                        call.shelf(), subscription, "canceled", "customer.subscription.deleted"));
        call.shelf().say("customer.deleted", customer);
        return call.shelf().keep(Common.gone(customer));
    }
}
