package io.chom.tenants.billing.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.chom.tenants.billing.payment.Payee;
import io.chom.tenants.billing.payment.RefundOrder;
import io.chom.tenants.billing.payment.RefundOutcome;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Has Stripe give money back, and reads what its answers mean. */
final class StripeRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(StripeRefunds.class);

    private final StripeCalls calls;

    StripeRefunds(StripeCalls calls) {
        this.calls = calls;
    }

    Mono<RefundOutcome> giveBack(RefundOrder order) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(order.intent())
                .setAmount(StripeMoney.amount(order.amount()))
                .putMetadata(StripePayments.PAYMENT, order.id().toString())
                .build();
        return calls.change(
                order.payee().account(),
                "refund-" + order.id(),
                (stripe, options) -> of(stripe.refunds().create(params, options)),
                StripeRefunds::of);
    }

    Mono<RefundOutcome> find(RefundOrder order) {
        var params = RefundListParams.builder()
                .setPaymentIntent(order.intent())
                .setLimit(100L)
                .build();
        return calls.read(
                        order.payee().account(),
                        (stripe, options) -> StreamSupport.stream(
                                        stripe.refunds()
                                                .list(params, options)
                                                .autoPagingIterable()
                                                .spliterator(),
                                        false)
                                .filter(one -> isOf(order, one))
                                .findFirst()
                                .map(StripeRefunds::of))
                .flatMap(Mono::justOrEmpty);
    }

    private static boolean isOf(RefundOrder order, Refund refund) {
        return order.id().toString().equals(refund.getMetadata().get(StripePayments.PAYMENT));
    }

    Mono<RefundOutcome> refund(Payee payee, String name) {
        return calls.read(
                payee.account(), (stripe, options) -> of(stripe.refunds().retrieve(name, options)));
    }

    private static RefundOutcome of(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> RefundOutcome.succeeded(refund.getId());
            case "failed" -> RefundOutcome.failed(refund.getId(), reason(refund.getFailureReason(), "failed"));
            case "canceled" -> RefundOutcome.failed(refund.getId(), "canceled");
            // The bank wants something of the customer, or has not decided.
            case null, default -> RefundOutcome.pending(refund.getId());
        };
    }

    /** What a refusal means; null where it may have been done all the same. */
    private static @Nullable RefundOutcome of(StripeException error) {
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
