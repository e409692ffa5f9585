package io.chom.tenants.billing.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.billing.MeterEventSummary;
import com.stripe.net.RequestOptions;
import com.stripe.param.billing.MeterEventSummaryListParams;
import com.stripe.service.V1Services;
import io.chom.tenants.usage.Span;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;

/** What Stripe's meters come to. */
final class StripeMeterSums {

    private StripeMeterSums() {}

    /** What a customer used of a meter within a span whose ends are on whole minutes. */
    static BigDecimal sum(V1Services stripe, RequestOptions options, String meter, String customer, Span span)
            throws StripeException {
        var params = MeterEventSummaryListParams.builder()
                .setCustomer(customer)
                .setStartTime(span.from().getEpochSecond())
                .setEndTime(span.until().getEpochSecond())
                .setLimit(100L)
                .build();
        return StreamSupport.stream(
                        stripe.billing()
                                .meters()
                                .eventSummaries()
                                .list(meter, params, options)
                                .autoPagingIterable()
                                .spliterator(),
                        false)
                .map(MeterEventSummary::getAggregatedValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
