package io.chom.embedded.stripe;

import java.util.Optional;

/** Takes the money of a payment, as the card allows. */
final class Charging {

    private Charging() {}

    /**
     * Tries to take the money. Afterwards the payment has succeeded, waits for the second step, or has failed.
     *
     * @param offSession whether nobody is there for a second step
     * @param base the address of the sandbox
     * @return why it failed
     */
    static Optional<StripeError> attempt(Shelf shelf, Json intent, boolean offSession, String base) {
        Json method = shelf.require(Kind.PAYMENT_METHOD, intent.string("payment_method"), "payment_method");
        TestCard card = TestCard.of(method);
        Optional<StripeError> refusal = card.refusal();
        if (refusal.isEmpty() && card.asksForSecondStep(paidBefore(shelf, method))) {
            if (!offSession) {
                ask(shelf, intent, base);
                return Optional.empty();
            }
            refusal = Optional.of(StripeError.card(
                    "authentication_required",
                    "authentication_required",
                    "Your card was declined. This transaction requires authentication."));
        }
        refusal.ifPresentOrElse(error -> fail(shelf, intent, error), () -> succeed(shelf, intent));
        return refusal;
    }

    private static boolean paidBefore(Shelf shelf, Json method) {
        return shelf.all(Kind.PAYMENT_INTENT, "payment_method", method.id()).stream()
                .anyMatch(intent -> intent.is("status", "succeeded"));
    }

    private static void ask(Shelf shelf, Json intent, String base) {
        String url = "%s/second-step/%s/%s".formatted(base, shelf.account(), intent.id());
        intent.set("status", "requires_action")
                .set(
                        "next_action",
                        Json.of(
                                        "redirect_to_url",
                                        Json.of("return_url", intent.get("return_url"))
                                                .set("url", url))
                                .set("type", "redirect_to_url"));
        shelf.say("payment_intent.requires_action", intent);
    }

    /** The holder has confirmed, or has not. */
    static void finishSecondStep(Shelf shelf, Json intent, boolean confirmed) {
        if (!intent.is("status", "requires_action")) {
            return;
        }
        if (confirmed) {
            succeed(shelf, intent);
        } else {
            fail(
                    shelf,
                    intent,
                    new StripeError(
                            402,
                            "card_error",
                            "payment_intent_authentication_failure",
                            null,
                            "The provided payment method has failed authentication.",
                            new Json()));
        }
    }

    private static void succeed(Shelf shelf, Json intent) {
        boolean later = intent.is("capture_method", "manual");
        Json charge =
                charge(shelf, intent).set("captured", !later).set("paid", true).set("status", "succeeded");
        intent.set("latest_charge", charge.id())
                .set("next_action", null)
                .set("last_payment_error", null)
                .set("status", later ? "requires_capture" : "succeeded")
                .set(later ? "amount_capturable" : "amount_received", intent.number("amount"));
        keepCard(shelf, intent);
        shelf.add(charge, "charge.succeeded");
        shelf.say(later ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent);
        if (!later) {
            Collection.settled(shelf, intent);
        }
    }

    private static void keepCard(Shelf shelf, Json intent) {
        if (intent.has("setup_future_usage") && intent.has("customer")) {
            Json method = shelf.require(Kind.PAYMENT_METHOD, intent.string("payment_method"), "payment_method");
            PaymentMethods.attach(shelf, method, intent.string("customer"));
        }
    }

    private static void fail(Shelf shelf, Json intent, StripeError error) {
        Json method = shelf.require(Kind.PAYMENT_METHOD, intent.string("payment_method"), "payment_method");
        Json charge = charge(shelf, intent)
                .set("failure_code", error.code())
                .set("failure_message", error.message())
                .set("paid", false)
                .set("status", "failed");
        intent.set("last_payment_error", error.json().set("payment_method", method.copy()))
                .set("latest_charge", charge.id())
                .set("next_action", null)
                .set("payment_method", null)
                .set("status", "requires_payment_method");
        shelf.add(charge, "charge.failed");
        shelf.say("payment_intent.payment_failed", intent);
    }

    private static Json charge(Shelf shelf, Json intent) {
        Json charge = shelf.fresh(Kind.CHARGE)
                .set("amount", intent.get("amount"))
                .set("amount_refunded", 0L)
                .set("captured", false)
                .set("failure_code", null)
                .set("failure_message", null)
                .set("payment_intent", intent.id())
                .set("refunded", false);
        for (String name : new String[] {
            "application_fee_amount", "currency", "customer", "description", "payment_method", "transfer_data"
        }) {
            charge.set(name, intent.get(name));
        }
        return charge;
    }
}
