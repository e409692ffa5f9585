package io.chom.embedded.stripe;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payments, from the wish to the money. */
final class PaymentIntents {

    private static final String PATH = "/v1/payment_intents";
    private static final String CONFIRM =
            "payment_method off_session? return_url setup_future_usage receipt_email " + "error_on_requires_action? ";
    private static final String FIELDS = "amount# currency customer payment_method description metadata.* "
            + "application_fee_amount# transfer_data.destination transfer_data.amount# transfer_group "
            + "receipt_email setup_future_usage payment_method_types statement_descriptor "
            + "statement_descriptor_suffix shipping.name shipping.address.* capture_method ";
    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private static final Set<String> THOUSANDTHS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    private PaymentIntents() {}

    static List<Route> routes() {
        return List.of(
                Route.post(
                        PATH,
                        FIELDS + CONFIRM + "amount#! currency! confirm? on_behalf_of confirmation_method "
                                + "automatic_payment_methods.enabled? automatic_payment_methods.allow_redirects",
                        PaymentIntents::create),
                Common.retrieve(PATH, Kind.PAYMENT_INTENT),
                Common.update(PATH, Kind.PAYMENT_INTENT, FIELDS, "payment_intent.updated"),
                Listing.of(PATH, Kind.PAYMENT_INTENT, "customer"),
                Route.post(PATH + "/*/confirm", CONFIRM, PaymentIntents::confirm),
                Route.post(PATH + "/*/capture", "amount_to_capture# metadata.*", PaymentIntents::capture),
                Route.post(PATH + "/*/cancel", "cancellation_reason", PaymentIntents::cancel),
                Common.retrieve("/v1/charges", Kind.CHARGE),
                Listing.of("/v1/charges", Kind.CHARGE, "customer payment_intent"));
    }

    private static Json create(Call call) {
        Json params = call.params();
        if (params.number("amount") < 1) {
            throw StripeError.invalid(
                            "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.")
                    .refused();
        }
        call.shelf().named(Kind.CUSTOMER, params, "customer");
        Json given = params.copy();
        given.remove("confirm");
        given.remove("off_session");
        given.remove("error_on_requires_action");
        given.remove("payment_method");
        Json intent = make(call.shelf(), given);
        params.text("payment_method").ifPresent(method -> use(call.shelf(), intent, method));
        return params.flag("confirm") ? confirm(call, intent) : intent;
    }

    /** Of currencies with thousandths the last digit is a zero. */
    private static void mustBePayable(long amount, String currency) {
        if (THOUSANDTHS.contains(currency.toLowerCase(Locale.ROOT)) && amount % 10 != 0) {
            throw StripeError.invalid(
                            "parameter_invalid_integer",
                            "amount",
                            "Amounts in %s must be evenly divisible by 10.".formatted(currency))
                    .refused();
        }
    }

    /** A new payment that nobody has confirmed. */
    static Json make(Shelf shelf, Json given) {
        mustBePayable(given.number("amount"), given.string("currency"));
        Json intent = shelf.fresh(Kind.PAYMENT_INTENT);
        intent.set("amount_capturable", 0L)
                .set("amount_received", 0L)
                .set("application_fee_amount", null)
                .set("canceled_at", null)
                .set("cancellation_reason", null)
                .set("capture_method", "automatic_async")
                .set("client_secret", intent.id() + "_secret_" + Ids.random(25))
                .set("confirmation_method", "automatic")
                .set("customer", null)
                .set("description", null)
                .set("last_payment_error", null)
                .set("latest_charge", null)
                .set("next_action", null)
                .set("payment_method", null)
                .set("payment_method_types", List.of("card"))
                .set("setup_future_usage", null)
                .set("status", "requires_payment_method")
                .merge(given);
        return shelf.add(Common.tidy(intent), "payment_intent.created");
    }

    /** Sets the payment method. */
    static void use(Shelf shelf, Json intent, String method) {
        Json found = PaymentMethods.resolve(shelf, method, "payment_method");
        if (found.has("customer") && !found.is("customer", intent.get("customer"))) {
            throw StripeError.invalid(
                            null,
                            "payment_method",
                            "The provided PaymentMethod cannot be attached: it belongs to another customer.")
                    .refused();
        }
        intent.set("payment_method", found.id()).set("status", "requires_confirmation");
    }

    private static Json confirm(Call call) {
        return confirm(call, call.subject(Kind.PAYMENT_INTENT));
    }

    private static Json confirm(Call call, Json intent) {
        must(intent, OPEN, "confirm");
        Json params = call.params();
        for (String name : new String[] {"return_url", "setup_future_usage", "receipt_email"}) {
            params.text(name).ifPresent(value -> intent.set(name, value));
        }
        params.text("payment_method")
                .filter(id -> !intent.is("payment_method", id))
                .ifPresent(method -> {
                    if (!intent.has("payment_method") || call.ids().size() == 1) {
                        use(call.shelf(), intent, method);
                    }
                });
        if (!intent.has("payment_method")) {
            throw StripeError.invalid(
                            "payment_intent_unexpected_state",
                            "payment_method",
                            "You cannot confirm this PaymentIntent because it's missing a payment method.")
                    .refused();
        }
        Charging.attempt(call.shelf(), intent, params.flag("off_session"), call.base())
                .ifPresent(error -> {
                    throw with(error, intent).refused();
                });
        return intent;
    }

    /** The error with the payment that it is about. */
    static StripeError with(StripeError error, Json intent) {
        Json more = error.more().copy().set("payment_intent", intent.copy());
        return new StripeError(error.status(), error.type(), error.code(), error.param(), error.message(), more);
    }

    private static Json capture(Call call) {
        Json intent = call.subject(Kind.PAYMENT_INTENT);
        must(intent, Set.of("requires_capture"), "capture");
        long amount = call.params().number("amount_to_capture", intent.number("amount_capturable"));
        intent.set("amount_capturable", 0L).set("amount_received", amount).set("status", "succeeded");
        call.shelf()
                .require(Kind.CHARGE, intent.string("latest_charge"), "charge")
                .set("captured", true);
        call.shelf().say("payment_intent.succeeded", intent);
        return intent;
    }

    private static Json cancel(Call call) {
        Json intent = call.subject(Kind.PAYMENT_INTENT);
        must(
                intent,
                Set.of("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture"),
                "cancel");
        return cancel(
                call.shelf(), intent, call.params().text("cancellation_reason").orElse(null));
    }

    static Json cancel(Shelf shelf, Json intent, @Nullable String reason) {
        intent.set("canceled_at", shelf.now())
                .set("cancellation_reason", reason)
                .set("next_action", null)
                .set("status", "canceled");
        shelf.say("payment_intent.canceled", intent);
        return intent;
    }

    private static void must(Json intent, Set<String> states, String verb) {
        if (!states.contains(intent.string("status"))) {
            throw StripeError.state(
                            "payment_intent_unexpected_state",
                            "You cannot %s this PaymentIntent because it has a status of %s."
                                    .formatted(verb, intent.string("status")))
                    .refused();
        }
    }
}
