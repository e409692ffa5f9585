package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;

/** The page on which somebody buys. */
final class CheckoutPage {

    private CheckoutPage() {}

    static Answer answer(Call call, boolean post) {
        Json session = call.subject(Kind.CHECKOUT_SESSION);
        if (session.is("status", "complete")) {
            return Answer.redirect(CheckoutCompletion.success(session));
        }
        if (!session.is("status", "open")) {
            return Forms.page(410, "This page has expired", back(session));
        }
        if (call.ids().size() == 2) {
            return afterSecondStep(call.shelf(), session);
        }
        return post ? pay(call, session) : show(call.shelf(), session, 200, "");
    }

    private static Answer show(Shelf shelf, Json session, int status, String problem) {
        String email = shelf.named(Kind.CUSTOMER, session, "customer")
                .flatMap(customer -> customer.text("email"))
                .or(() -> session.text("customer_email"))
                .orElse("");
        String form = Forms.form(Forms.field("Email", "email", "email", email)
                + Forms.card()
                + Forms.button(label(session), "action", "pay"));
        String items = session.objects("line_items").isEmpty()
                ? ""
                : Forms.table(session.objects("line_items"), "amount_total");
        return Forms.page(status, "Checkout", items + Forms.alert(problem) + form + back(session));
    }

    private static String label(Json session) {
        return switch (session.string("mode")) {
            case "setup" -> "Save card";
            case "subscription" ->
                trial(session)
                        ? "Start trial"
                        : "Subscribe for " + Forms.money(session.number("amount_total"), session.string("currency"));
            default -> "Pay " + Forms.money(session.number("amount_total"), session.string("currency"));
        };
    }

    private static boolean trial(Json session) {
        return session.at("subscription_data").number("trial_period_days") > 0;
    }

    private static String back(Json session) {
        return session.text("cancel_url").map(url -> Forms.link("← Back", url)).orElse("");
    }

    private static Answer pay(Call call, Json session) {
        try {
            TestCard card = Forms.typed(call.params());
            String email = call.params().text("email").orElse("");
            return Answer.redirect(
                    CheckoutCompletion.pay(call.sandbox(), call.shelf(), session, card, email, call.base())
                            .orElseGet(() -> CheckoutCompletion.success(session)));
        } catch (StripeError.Refused e) {
            return show(call.shelf(), session, e.error().status(), e.error().message());
        }
    }

    private static Answer afterSecondStep(Shelf shelf, Json session) {
        if (CheckoutCompletion.paid(shelf, session)) {
            CheckoutCompletion.complete(shelf, session);
            return Answer.redirect(CheckoutCompletion.success(session));
        }
        shelf.named(Kind.SUBSCRIPTION, session, "subscription")
                .filter(subscription -> subscription.is("status", "incomplete"))
                .ifPresent(subscription -> Turns.expire(shelf, subscription));
        session.set("subscription", null).set("invoice", null);
        return show(shelf, session, 402, "The payment was not confirmed.");
    }
}
