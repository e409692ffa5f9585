package io.chom.embedded.stripe;

import java.util.List;

/** Cards that are kept for later payments. */
final class SetupIntents {

    private static final String PATH = "/v1/setup_intents";

    private SetupIntents() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        "customer payment_method confirm? usage description metadata.* payment_method_types "
                                + "return_url automatic_payment_methods.enabled?",
                        SetupIntents::create),
                Common.retrieve(PATH, Kind.SETUP_INTENT),
                Listing.of(PATH, Kind.SETUP_INTENT, "customer payment_method"),
                Route.post(PATH + "/*/confirm", "payment_method return_url", call -> {
                    Json intent = call.subject(Kind.SETUP_INTENT);
                    call.params().text("payment_method").ifPresent(method -> intent.set("payment_method", method));
                    return confirm(call.shelf(), intent);
                }));
    }

    private static Json create(Call call) {
        Shelf shelf = call.shelf();
        shelf.named(Kind.CUSTOMER, call.params(), "customer");
        boolean confirm = call.params().flag("confirm");
        call.params().remove("confirm");
        Json intent = make(shelf).merge(call.params());
        shelf.add(Common.tidy(intent), "setup_intent.created");
        return confirm ? confirm(shelf, intent) : intent;
    }

    /** A new one that nobody has confirmed or kept. */
    static Json make(Shelf shelf) {
        Json intent = shelf.fresh(Kind.SETUP_INTENT);
        return intent.set("client_secret", intent.id() + "_secret_" + Ids.random(25))
                .set("customer", null)
                .set("payment_method", null)
                .set("payment_method_types", List.of("card"))
                .set("status", "requires_payment_method")
                .set("usage", "off_session");
    }

    /** Attaches the card to the customer; a card that cannot be attached declines. */
    static Json confirm(Shelf shelf, Json intent) {
        String named = intent.text("payment_method")
                .orElseThrow(() -> StripeError.missing("payment_method").refused());
        Json method = PaymentMethods.resolve(shelf, named, "payment_method");
        intent.text("customer").ifPresent(customer -> PaymentMethods.attach(shelf, method, customer));
        intent.set("payment_method", method.id()).set("status", "succeeded");
        return shelf.add(intent, "setup_intent.succeeded");
    }
}
