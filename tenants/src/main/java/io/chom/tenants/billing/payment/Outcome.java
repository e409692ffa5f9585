package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Money;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to get paid, as the provider says at this moment. */
public sealed interface Outcome {

    /**
     * The money has come.
     *
     * @param intent the provider's name for the payment
     * @param received what has come
     */
    record Paid(String intent, Money received) implements Outcome {}

    /**
     * No money comes from this attempt.
     *
     * @param intent the provider's name for the payment; null where there is none
     * @param reason in the provider's word, such as {@code insufficient_funds}
     */
    record Declined(@Nullable String intent, String reason) implements Outcome {

        /** The reason of a payment that its holder would have to confirm. */
        static final String UNCONFIRMED = "authentication_required";
    }

    /**
     * The bank wants the holder of the card to confirm, and no money comes before.
     *
     * @param intent the provider's name for the payment
     */
    record Unconfirmed(@Nullable String intent) implements Outcome {}

    /**
     * It is not decided yet.
     *
     * @param intent the provider's name for the payment; null where there is none yet
     */
    record Pending(@Nullable String intent) implements Outcome {}

    /** It came to nothing: the page was left, or the provider never heard of it. */
    record Expired() implements Outcome {}
}
