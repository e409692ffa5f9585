package io.chom.embedded.stripe;

import java.util.List;

/** Cards and whose they are. */
final class PaymentMethods {

    private static final String PATH = "/v1/payment_methods";
    private static final String FIELDS = "billing_details.name billing_details.email billing_details.phone "
            + "billing_details.address.* metadata.* allow_redisplay ";

    private PaymentMethods() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        FIELDS + "type! card.number card.exp_month# card.exp_year# card.cvc card.token",
                        PaymentMethods::create),
                Route.get(PATH + "/*", Fields.NONE, call -> resolve(call.shelf(), call.id(), "id")),
                Common.update(
                        PATH, Kind.PAYMENT_METHOD, FIELDS + "card.exp_month# card.exp_year#", "payment_method.updated"),
                Listing.of(PATH, Kind.PAYMENT_METHOD, "customer type"),
                Listing.of(
                        "/v1/customers/*/payment_methods",
                        "type",
                        call -> call.shelf()
                                .all(
                                        Kind.PAYMENT_METHOD,
                                        "customer",
                                        call.subject(Kind.CUSTOMER).id())),
                Route.post(PATH + "/*/attach", "customer!", PaymentMethods::attach),
                Route.post(PATH + "/*/detach", "", PaymentMethods::detach));
    }

    private static Json create(Call call) {
        Json params = call.params();
        Json given = params.at("card");
        String number = given.text("number")
                .or(() -> given.text("token"))
                .orElseThrow(() -> StripeError.missing("card").refused());
        TestCard card = TestCard.find(number)
                .orElseThrow(
                        () -> StripeError.card("incorrect_number", "incorrect_number", "Your card number is incorrect.")
                                .refused());
        Json method = make(call.shelf(), card);
        method.at("card")
                .set("exp_month", given.number("exp_month", 12))
                .set("exp_year", given.number("exp_year", 2040));
        params.remove("card");
        return Common.tidy(method.merge(params));
    }

    /** A new payment method with this card; nobody's yet. */
    static Json make(Shelf shelf, TestCard card) {
        return shelf.keep(shelf.fresh(Kind.PAYMENT_METHOD)
                .set("allow_redisplay", "unspecified")
                .set(
                        "billing_details",
                        Json.of("address", new Json())
                                .set("email", null)
                                .set("name", null)
                                .set("phone", null))
                .set("card", card.json(12, 2040))
                .set("customer", null)
                .set("type", "card"));
    }

    /** The payment method of this id, or a new one if the id is that of a test card. */
    static Json resolve(Shelf shelf, String id, String param) {
        return TestCard.find(id)
                .map(card -> make(shelf, card))
                .orElseGet(() -> shelf.require(Kind.PAYMENT_METHOD, id, param));
    }

    private static Json attach(Call call) {
        Json method = resolve(call.shelf(), call.id(), "id");
        String customer = call.params().string("customer");
        call.shelf().require(Kind.CUSTOMER, customer, "customer");
        return attach(call.shelf(), method, customer);
    }

    /** @throws StripeError.Refused if the card declines or is another customer's */
    static Json attach(Shelf shelf, Json method, String customer) {
        if (method.is("customer", customer)) {
            return method;
        }
        if (method.has("customer")) {
            throw StripeError.state(
                            "payment_method_unexpected_state",
                            "The payment method you provided has already been attached to a customer.")
                    .refused();
        }
        TestCard card = TestCard.of(method);
        card.refusal().filter(refusal -> !card.canBeAttached()).ifPresent(refusal -> {
            throw refusal.refused();
        });
        method.set("customer", customer);
        shelf.say("payment_method.attached", method);
        return method;
    }

    private static Json detach(Call call) {
        Json method = call.subject(Kind.PAYMENT_METHOD);
        Json before = method.copy();
        call.shelf().find(method.text("customer").orElse("")).ifPresent(customer -> {
            if (customer.at("invoice_settings").is("default_payment_method", method.id())) {
                customer.at("invoice_settings").set("default_payment_method", null);
            }
        });
        method.set("customer", null);
        call.shelf().changed("payment_method.detached", method, before);
        return method;
    }
}
