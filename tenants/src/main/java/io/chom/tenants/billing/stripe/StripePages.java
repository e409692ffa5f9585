package io.chom.tenants.billing.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import io.chom.tenants.billing.payment.Charge;
import io.chom.tenants.billing.payment.PaymentId;
import io.chom.tenants.billing.payment.PaymentProvider;
import java.net.URI;

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
