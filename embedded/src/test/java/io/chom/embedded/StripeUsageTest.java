package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterEventAdjustmentCreateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was used, and what that costs. */
class StripeUsageTest extends StripeTimeline {

    /** Nobody else counts under this name. */
    private final String visits = "visits_" + UUID.randomUUID();

    @Test
    void usage_is_counted_once_and_billed_afterwards() throws Exception {
        pays("pm_card_visa");
        String meter = meter();
        subscribe(SubscriptionCreateParams.builder(), metered(meter));
        use("first", 700, "2026-01-31T00:00:00Z");
        use("second", 42, "2026-01-31T00:04:00Z");
        assertThat(refused(() -> use("first", 700, "2026-01-31T00:00:00Z"))
                        .getStripeError()
                        .getMessage())
                .contains("identifier first");
        assertThat(refused(() -> use("old", 1, "2025-12-26T23:59:59Z")).getCode())
                .isEqualTo("timestamp_out_of_range");
        assertThat(refused(() -> use("ahead", 1, "2026-01-31T00:05:01Z")).getCode())
                .isEqualTo("timestamp_out_of_range");
        assertThat(used(meter)).isEqualByComparingTo("742");

        advance("2026-02-28T02:00:00Z");

        assertThat(invoices().getFirst().getTotal()).isEqualTo(300 + 42 * 2);
    }

    @Test
    void usage_is_taken_back_within_a_day() throws Exception {
        String meter = meter();
        use("mistake", 500, "2026-01-31T00:00:00Z");
        assertThat(used(meter)).isEqualByComparingTo("500");
        takeBack("mistake");
        assertThat(used(meter)).isEqualByComparingTo("0");

        use("old", 3, "2026-01-31T00:00:00Z");
        sandbox.control("clock", "advance=86401");
        assertThat(refused(() -> takeBack("old")).getCode()).isEqualTo("resource_missing");
        assertThat(used(meter)).isEqualByComparingTo("3");
        use("mistake", 4, "2026-01-31T00:00:00Z");
        assertThat(used(meter)).isEqualByComparingTo("7");
    }

    @Test
    void usage_that_nobody_can_count_is_refused() throws Exception {
        assertThat(refused(() -> use("early", 1, "2026-01-31T00:00:00Z"))
                        .getStripeError()
                        .getParam())
                .isEqualTo("event_name");
        String meter = meter();
        assertThat(refused(this::meter).getCode()).isEqualTo("resource_already_exists");
        stripe.billing().meters().deactivate(meter);
        assertThat(refused(() -> use("late", 1, "2026-01-31T00:00:00Z"))
                        .getStripeError()
                        .getParam())
                .isEqualTo("event_name");
    }

    private String meter() throws StripeException {
        return stripe.billing()
                .meters()
                .create(MeterCreateParams.builder()
                        .setDisplayName("Visits")
                        .setEventName(visits)
                        .setDefaultAggregation(MeterCreateParams.DefaultAggregation.builder()
                                .setFormula(MeterCreateParams.DefaultAggregation.Formula.SUM)
                                .build())
                        .build())
                .getId();
    }

    private BigDecimal used(String meter) throws StripeException {
        return stripe.billing()
                .meters()
                .eventSummaries()
                .list(
                        meter,
                        MeterEventSummaryListParams.builder()
                                .setCustomer(ada.getId())
                                .setStartTime(BEGIN)
                                .setEndTime(BEGIN + 3600)
                                .build())
                .getData()
                .getFirst()
                .getAggregatedValue();
    }

    private void takeBack(String identifier) throws StripeException {
        stripe.billing()
                .meterEventAdjustments()
                .create(MeterEventAdjustmentCreateParams.builder()
                        .setEventName(visits)
                        .setType(MeterEventAdjustmentCreateParams.Type.CANCEL)
                        .setCancel(MeterEventAdjustmentCreateParams.Cancel.builder()
                                .setIdentifier(identifier + visits)
                                .build())
                        .build());
    }

    private void use(String identifier, long value, String when) throws StripeException {
        stripe.billing()
                .meterEvents()
                .create(MeterEventCreateParams.builder()
                        .setEventName(visits)
                        .setIdentifier(identifier + visits)
                        .setTimestamp(at(when))
                        .putPayload("stripe_customer_id", ada.getId())
                        .putPayload("value", String.valueOf(value))
                        .build());
    }

    /** The first 700 cost 3.00 at once, each more 0.02. */
    private String metered(String meter) throws StripeException {
        return stripe.prices()
                .create(monthly()
                        .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                        .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                        .addTier(PriceCreateParams.Tier.builder()
                                .setUpTo(700L)
                                .setFlatAmount(300L)
                                .build())
                        .addTier(PriceCreateParams.Tier.builder()
                                .setUpTo(PriceCreateParams.Tier.UpTo.INF)
                                .setUnitAmount(2L)
                                .build())
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .setUsageType(PriceCreateParams.Recurring.UsageType.METERED)
                                .setMeter(meter)
                                .build())
                        .build())
                .getId();
    }
}
