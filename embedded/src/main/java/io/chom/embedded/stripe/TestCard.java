package io.chom.embedded.stripe;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's documented test cards: no number here belongs to anybody. */
enum TestCard {
    VISA("visa", "4242424242424242", "visa", null),
    MASTERCARD("mastercard", "5555555555554444", "mastercard", null),
    CHARGE_DECLINED("chargeDeclined", "4000000000000002", "visa", "generic_decline"),
    INSUFFICIENT_FUNDS("chargeDeclinedInsufficientFunds", "4000000000009995", "visa", "insufficient_funds"),
    /** Can be attached to a customer, and then declines. */
    CUSTOMER_FAIL("chargeCustomerFail", "4000000000000341", "visa", "generic_decline"),
    /** Asks for a second step each time. */
    SECOND_STEP("authenticationRequired", "4000002760003184", "visa", null),
    /** Asks for a second step once. */
    SECOND_STEP_ONCE("authenticationRequiredOnSetup", "4000002500003155", "visa", null),
    /** What goes back to it has arrived, and some time later has not. */
    REFUND_FAIL("refundFail", "4000000000005126", "visa", null),
    /** What goes back to it takes some time. */
    PENDING_REFUND("pendingRefund", "4000000000007726", "visa", null);

    private final String name;
    private final String number;
    private final String brand;
    private final @Nullable String decline;

    TestCard(String name, String number, String brand, @Nullable String decline) {
        this.name = name;
        this.number = number;
        this.brand = brand;
        this.decline = decline;
    }

    /** By its number, by {@code pm_card_…} or by {@code tok_…}. */
    static Optional<TestCard> find(String text) {
        String digits = text.replace(" ", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits)
                        || text.equals("pm_card_" + card.name)
                        || text.equals("tok_" + card.name))
                .findFirst();
    }

    /** The card of a payment method. */
    static TestCard of(Json method) {
        String last4 = method.at("card").text("last4").orElse("");
        return Arrays.stream(values())
                .filter(card -> card.number.endsWith(last4))
                .findFirst()
                .orElse(VISA);
    }

    boolean canBeAttached() {
        return decline == null || this == CUSTOMER_FAIL;
    }

    Optional<StripeError> refusal() {
        return Optional.ofNullable(decline)
                .map(code -> StripeError.card(
                        "card_declined",
                        code,
                        code.equals("insufficient_funds")
                                ? "Your card has insufficient funds."
                                : "Your card was declined."));
    }

    /** Whether the holder must confirm a payment, given whether they did so before. */
    boolean asksForSecondStep(boolean before) {
        return this == SECOND_STEP || this == SECOND_STEP_ONCE && !before;
    }

    Json json(long month, long year) {
        return Json.of("brand", brand)
                .set("country", "DE")
                .set("display_brand", brand)
                .set("exp_month", month)
                .set("exp_year", year)
                .set("fingerprint", "sandbox" + ordinal())
                .set("funding", "credit")
                .set("last4", number.substring(number.length() - 4));
    }
}
