package io.chom.tenants.billing.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import io.chom.tenants.billing.payment.Charge;
import io.chom.tenants.billing.payment.Outcome;
import io.chom.tenants.billing.payment.Outcome.Declined;
import io.chom.tenants.billing.payment.Outcome.Paid;
import io.chom.tenants.billing.payment.Outcome.Pending;
import io.chom.tenants.billing.payment.Outcome.Unconfirmed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Stripe's payments and errors mean. */
final class StripeOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(StripeOutcome.class);
    private static final String CONFIRM = "authentication_required";

    private StripeOutcome() {}

    /** Whether it was made for this charge. */
    static boolean isOf(Charge charge, PaymentIntent intent) {
        return charge.id().toString().equals(intent.getMetadata().get(StripePayments.PAYMENT));
    }

    static Outcome of(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" ->
                new Paid(intent.getId(), StripeMoney.of(intent.getAmountReceived(), intent.getCurrency()));
            case "canceled" -> new Declined(intent.getId(), "canceled");
            case "requires_payment_method" -> declined(intent.getId(), intent.getLastPaymentError());
            // Nobody is there to confirm a charge of the card on file.
            case "requires_action", "requires_confirmation" -> new Unconfirmed(intent.getId());
            case null, default -> new Pending(intent.getId());
        };
    }

    /** What a refused charge means; null where it may have been done all the same. */
    static @Nullable Outcome of(StripeException error) {
        return switch (error) {
            case CardException card -> declined(intent(card.getStripeError()), card.getStripeError());
            case InvalidRequestException wrong -> {
                LOG.warn("Stripe refuses a charge: {} ({})", wrong.getCode(), wrong.getRequestId());
                yield new Declined(null, wrong.getCode() == null ? "refused" : wrong.getCode());
            }
            default -> null;
        };
    }

    private static Outcome declined(@Nullable String intent, @Nullable StripeError error) {
        if (error == null) {
            return new Declined(intent, "no-card");
        }
        var reason = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        return CONFIRM.equals(reason) || CONFIRM.equals(error.getCode())
                ? new Unconfirmed(intent)
                : new Declined(intent, reason == null ? "declined" : reason);
    }

    private static @Nullable String intent(@Nullable StripeError error) {
        return error == null || error.getPaymentIntent() == null
                ? null
                : error.getPaymentIntent().getId();
    }
}
