package io.chom.tenants.billing.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import io.chom.tenants.billing.payment.RefundOrder;
import io.chom.tenants.billing.payment.RefundOutcome;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Stripe is asked with to give money back, and what its answers mean. */
final class StripeRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(StripeRefunds.class);

    private StripeRefunds() {}

    static RefundCreateParams asked(RefundOrder order) {
        return RefundCreateParams.builder()
                .setPaymentIntent(order.intent())
                .setAmount(StripeMoney.amount(order.amount()))
                .putMetadata(StripePayments.PAYMENT, order.id().toString())
                .build();
    }

    static Optional<RefundOutcome> find(RefundService refunds, RefundOrder order, RequestOptions options)
            throws StripeException {
        var params = RefundListParams.builder()
                .setPaymentIntent(order.intent())
                .setLimit(100L)
                .build();
        return StreamSupport.stream(
                        refunds.list(params, options).autoPagingIterable().spliterator(), false)
                .filter(one -> order.id().toString().equals(one.getMetadata().get(StripePayments.PAYMENT)))
                .findFirst()
                .map(StripeRefunds::of);
    }

    static RefundOutcome of(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> RefundOutcome.succeeded(refund.getId());
            case "failed" -> RefundOutcome.failed(refund.getId(), reason(refund.getFailureReason(), "failed"));
            case "canceled" -> RefundOutcome.failed(refund.getId(), "canceled");
            // The bank wants something of the customer, or has not decided.
            case null, default -> RefundOutcome.pending(refund.getId());
        };
    }

    /** What a refusal means; null where it may have been done all the same. */
    static @Nullable RefundOutcome of(StripeException error) {
        if (!(error instanceof InvalidRequestException)) {
            return null;
        }
        LOG.warn("Stripe refuses a refund: {} ({})", error.getCode(), error.getRequestId());
        return RefundOutcome.failed(null, reason(error.getCode(), "refused"));
    }

    private static String reason(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said;
    }
}
