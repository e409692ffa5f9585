package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Pause;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Reductions;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.web.UsageResponse.PeriodPart;
import io.chom.tenants.billing.web.UsageResponse.PlanPart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A running subscription on the wire, with the plan, its version and price as they were sold. */
@Schema(name = "Subscription")
record SubscriptionResponse(
        PlanPart plan,

        @Schema(
                example = "active",
                allowableValues = {"trialing", "active", "past_due", "paused"})
        String status,

        @Schema(
                description =
                        "The first day of the next month or year, which is the next to be paid for; null where it is to end")
        @Nullable
        LocalDate renewsOn,

        Instant startedAt,

        @Schema(description = "The first day that is paid for, during a trial") @Nullable
        LocalDate trialUntil,

        PeriodPart period,

        @Schema(description = "The plan that follows and its first day, where a change is to come") @Nullable
        NextPart next,

        @Schema(description = "When the plan is paused or will be: nothing is owed then, and nothing may be used")
        @Nullable
        PausePart pause,

        @Schema(description = "What is off the price of the plan, where something is or will be") @Nullable
        DiscountPart discount,

        @Schema(description = "The first day without a plan, where it is to end") @Nullable
        LocalDate endsOn) {

    /** A discount that counts or will. */
    @Schema(name = "Discount")
    record DiscountPart(
            @Schema(description = "Percent off the price of the plan", example = "12.5")
            BigDecimal percent,

            @Schema(description = "The first day that is paid for with it")
            LocalDate from,

            @Schema(description = "The first day without it; null without end") @Nullable
            LocalDate until) {

        static DiscountPart of(Reductions.Current current) {
            return new DiscountPart(
                    current.percent(), current.span().from(), current.span().until());
        }
    }

    /** A pause that runs or is to come. */
    @Schema(name = "Pause")
    record PausePart(
            @Schema(description = "Its first day") LocalDate from,
            @Schema(description = "The first day after it") LocalDate until) {

        static PausePart of(Pause pause) {
            return new PausePart(pause.from(), pause.end());
        }
    }

    /** A change that is to come. */
    @Schema(name = "NextPlan")
    record NextPart(PlanPart plan, LocalDate from) {

        static NextPart of(PlanStep step) {
            return new NextPart(PlanPart.of(step.plan(), step.term()), step.from());
        }
    }

    static SubscriptionResponse of(Bought bought, Instant now) {
        Subscription subscription = bought.subscription();
        return new SubscriptionResponse(
                PlanPart.of(bought.sold(), bought.term()),
                subscription.status(now).name().toLowerCase(Locale.ROOT),
                subscription.endsOn() == null ? bought.renewsOn(now) : null,
                subscription.startedAt(),
                subscription.status(now) == Subscription.Status.TRIALING ? subscription.trialUntil() : null,
                PeriodPart.of(bought.period(now), now),
                bought.upcoming(now).map(NextPart::of).orElse(null),
                bought.pause(now).map(PausePart::of).orElse(null),
                Reductions.current(bought, now).map(DiscountPart::of).orElse(null),
                subscription.endsOn());
    }
}
