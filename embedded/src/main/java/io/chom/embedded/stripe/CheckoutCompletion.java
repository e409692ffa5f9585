package io.chom.embedded.stripe;

import java.util.List;
import java.util.Optional;

/** What follows when somebody has filled in the checkout page. */
final class CheckoutCompletion {

    private CheckoutCompletion() {}

    /**
     * Pays.
     *
     * @param email of the person on the page
     * @param base the address of the sandbox
     * @return the page of the second step, if there is one; else the session is complete
     * @throws StripeError.Refused if the card declines
     */
    static Optional<String> pay(Sandbox sandbox, Shelf shelf, Json session, TestCard card, String email, String base) {
        card.refusal().ifPresent(refusal -> {
            throw refusal.refused();
        });
        Json customer = customer(shelf, session, email);
        Json method = PaymentMethods.make(shelf, card);
        method.at("billing_details").set("email", email);
        PaymentMethods.attach(shelf, method, customer.id());
        session.set("customer", customer.id())
                .set("customer_details", Json.of("email", email).set("name", customer.get("name")));
        Optional<Json> intent = switch (session.string("mode")) {
            case "subscription" -> subscribe(sandbox, shelf, session, method, base);
            case "setup" -> setUp(shelf, session, method);
            default -> once(shelf, session, method, base);
        };
        Optional<Json> waiting = intent.filter(each -> each.is("status", "requires_action"));
        if (waiting.isEmpty()) {
            complete(shelf, session);
        }
        return waiting.map(each -> each.at("next_action").at("redirect_to_url").string("url"));
    }

    private static Json customer(Shelf shelf, Json session, String email) {
        return shelf.named(Kind.CUSTOMER, session, "customer")
                .orElseGet(() -> Customers.make(shelf, Json.of("email", email)));
    }

    private static Optional<Json> once(Shelf shelf, Json session, Json method, String base) {
        Json intent = PaymentIntents.make(
                shelf,
                Json.of("amount", session.get("amount_total"))
                        .set("currency", session.get("currency"))
                        .set("customer", session.get("customer"))
                        .merge(session.at("payment_intent_data")));
        session.set("payment_intent", intent.id());
        PaymentIntents.use(shelf, intent, method.id());
        intent.set("return_url", back(shelf, session, base));
        var unused = Charging.attempt(shelf, intent, false, base);
        return Optional.of(intent);
    }

    private static Optional<Json> setUp(Shelf shelf, Json session, Json method) {
        Json intent = SetupIntents.make(shelf)
                .set("customer", session.get("customer"))
                .set("metadata", session.at("setup_intent_data").at("metadata").copy())
                .set("payment_method", method.id());
        SetupIntents.confirm(shelf, intent);
        session.set("setup_intent", intent.id());
        return Optional.of(intent);
    }

    private static Optional<Json> subscribe(Sandbox sandbox, Shelf shelf, Json session, Json method, String base) {
        List<Json> items = session.objects("line_items").stream()
                .filter(item -> item.at("price").has("recurring"))
                .map(item -> {
                    Json asked = Json.of("price", item.at("price").id());
                    return item.has("quantity") ? asked.set("quantity", item.get("quantity")) : asked;
                })
                .toList();
        List<Json> extras = session.objects("line_items").stream()
                .filter(item -> !item.at("price").has("recurring"))
                .map(item -> Json.of("price", item.at("price").id()).set("quantity", item.get("quantity")))
                .toList();
        Json params = session.at("subscription_data")
                .copy()
                .set("customer", session.get("customer"))
                .set("default_payment_method", method.id())
                .set("items", items)
                .set("add_invoice_items", extras)
                .set("discounts", session.objects("discounts"));
        Json subscription = Subscriptions.create(new Call(sandbox, shelf, List.of(), params, base));
        session.set("subscription", subscription.id()).set("invoice", subscription.get("latest_invoice"));
        Optional<Json> intent = shelf.named(Kind.INVOICE, subscription, "latest_invoice")
                .flatMap(invoice -> Collection.intent(shelf, invoice));
        intent.ifPresent(each -> each.set("return_url", back(shelf, session, base)));
        return intent;
    }

    private static String back(Shelf shelf, Json session, String base) {
        return "%s/checkout/%s/%s/return".formatted(base, shelf.account(), session.id());
    }

    /** The session has brought what it was for, paid or free of charge for now. */
    static void complete(Shelf shelf, Json session) {
        boolean free = session.is("mode", "setup")
                || shelf.named(Kind.INVOICE, session, "invoice")
                        .filter(invoice -> invoice.number("total") == 0)
                        .isPresent();
        session.set("payment_status", free ? "no_payment_required" : "paid")
                .set("status", "complete")
                .set("url", null);
        shelf.say("checkout.session.completed", session);
    }

    /** Whether the payment that the session waited for has come. */
    static boolean paid(Shelf shelf, Json session) {
        Optional<Json> invoice = shelf.named(Kind.INVOICE, session, "invoice");
        return invoice.isPresent()
                ? invoice.get().is("status", "paid")
                : shelf.named(Kind.PAYMENT_INTENT, session, "payment_intent")
                        .filter(intent -> intent.is("status", "succeeded"))
                        .isPresent();
    }

    /** Where the browser goes afterwards. */
    static String success(Json session) {
        return session.string("success_url").replace("{CHECKOUT_SESSION_ID}", session.id());
    }
}
