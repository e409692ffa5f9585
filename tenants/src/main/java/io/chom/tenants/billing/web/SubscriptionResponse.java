package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.web.UsageResponse.PeriodPart;
import io.chom.tenants.billing.web.UsageResponse.PlanPart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/** A running subscription on the wire, with the plan, its version and price as they were sold. */
@Schema(name = "Subscription")
record SubscriptionResponse(
        PlanPart plan,

        @Schema(
                example = "active",
                allowableValues = {"trialing", "active", "past_due", "paused"})
        String status,

        Instant startedAt,
        PeriodPart period) {

    static SubscriptionResponse of(Bought bought, Instant now) {
        Subscription subscription = bought.subscription();
        return new SubscriptionResponse(
                PlanPart.of(bought.plan()),
                subscription.status().name().toLowerCase(Locale.ROOT),
                subscription.startedAt(),
                PeriodPart.of(bought.period(now), now));
    }
}
