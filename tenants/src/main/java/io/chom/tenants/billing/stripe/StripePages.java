package io.chom.tenants.billing.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import io.chom.tenants.billing.payment.Charge;
import io.chom.tenants.billing.payment.Outcome;
import io.chom.tenants.billing.payment.PaymentId;
import io.chom.tenants.billing.payment.PaymentProvider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What Stripe is asked with for its pages; the same whenever it is asked for the same. */
final class StripePages {

    private static final String SESSION = "{CHECKOUT_SESSION_ID}";

    private StripePages() {}

    static SessionCreateParams payment(Charge charge, URI back) {
        return page(Mode.PAYMENT, charge.id(), charge.customer(), back)
                .setExpiresAt(charge.begunAt().plus(PaymentProvider.PAGE_LIFE).getEpochSecond())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(PriceData.builder()
                                .setCurrency(StripeMoney.currency(charge.amount()))
                                .setUnitAmount(StripeMoney.amount(charge.amount()))
                                .setProductData(PriceData.ProductData.builder()
                                        .setName(charge.invoice())
                                        .build())
                                .build())
                        .build())
                .setPaymentIntentData(PaymentIntentData.builder()
                        .setDescription(charge.invoice())
                        .putMetadata(StripePayments.PAYMENT, charge.id().toString())
                        .build())
                .build();
    }

    static SessionCreateParams card(PaymentId id, String customer, URI back) {
        return page(Mode.SETUP, id, customer, back)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .build();
    }

    /** What a visit came to whose page was closed. */
    static Outcome closed(Session visit) {
        return "expired".equals(visit.getStatus()) ? new Outcome.Expired() : new Outcome.Pending(null);
    }

    /** What it means that one could not be closed: it was paid, or was over, just before; null where nobody knows. */
    static @Nullable Outcome notClosed(StripeException error) {
        return error instanceof InvalidRequestException ? new Outcome.Pending(null) : null;
    }

    private static SessionCreateParams.Builder page(Mode mode, PaymentId id, String customer, URI back) {
        String join = back.getQuery() == null ? "?" : "&";
        return SessionCreateParams.builder()
                .setMode(mode)
                .setCustomer(customer)
                .setClientReferenceId(id.toString())
                .putMetadata(StripePayments.PAYMENT, id.toString())
                .setSuccessUrl(back + join + PaymentProvider.VISIT + "=" + SESSION)
                .setCancelUrl(back.toString());
    }
}
