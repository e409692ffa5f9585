package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Entitled;
import io.chom.tenants.billing.Left;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.SeatUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be used, on the wire. Quantities are exact decimals. */
@Schema(name = "Entitlements")
record EntitlementsResponse(
        @Schema(example = "[\"resell\"]") List<String> features,

        @Schema(description = "Those that the plan limits, in its order")
        List<Quota> meters,

        @Schema(
                description = "How much is left of all other meters: without a running plan, nothing",
                allowableValues = {"unlimited", "nothing"})
        String others,

        @Schema(description = "Of a plan that is sold by the seat; null where nothing limits how many people there are")
        @Nullable
        SeatsPart seats,

        @Schema(description = "When the usage was read") Instant asOf) {

    /** The seats of a plan. */
    @Schema(name = "Seats")
    record SeatsPart(
            @Schema(description = "How many are paid for", example = "5")
            int bought,

            @Schema(description = "How many people there are", example = "3")
            int used,

            @Schema(description = "How many people may be added", example = "2")
            int left) {

        static SeatsPart of(SeatUse use) {
            return new SeatsPart(use.seats(), use.used(), use.left());
        }
    }

    static EntitlementsResponse of(Entitled entitled, Optional<SeatUse> seats) {
        return new EntitlementsResponse(
                entitled.features().stream()
                        .map(EntitlementsResponse::word)
                        .sorted()
                        .toList(),
                entitled.counted().stream().map(Quota::of).toList(),
                others(entitled.rest()),
                seats.filter(use -> entitled.plan() != null).map(SeatsPart::of).orElse(null),
                entitled.asOf());
    }

    private static String others(Left rest) {
        return switch (rest) {
            case Left.Unlimited unlimited -> "unlimited";
            case Left.Nothing nothing -> "nothing";
            case Left.Counted counted -> throw new IllegalStateException("What is not named is not counted.");
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What is left of one meter. */
    @Schema(name = "Quota")
    record Quota(
            @Schema(example = "bulk_jobs") String meter,
            String name,
            String unit,
            @Schema(example = "20") BigDecimal included,

            @Schema(
                    example = "day",
                    allowableValues = {"month", "day"})
            String per,

            @Schema(
                    description = "What happens beyond: it is billed, you are warned, or it stops",
                    example = "hard",
                    allowableValues = {"metered", "soft", "hard"})
            String enforcement,

            @Schema(example = "12.5") BigDecimal used,

            @Schema(description = "Zero once it is used up", example = "7.5")
            BigDecimal left,

            @Schema(description = "Used of included, rounded down; may be more than 100", example = "62")
            int percent,

            @Schema(description = "When all of it is there again")
            Instant resetsAt) {

        static Quota of(Left.Counted counted) {
            MeterUsage usage = counted.usage();
            return new Quota(
                    usage.meter().id().value(),
                    usage.meter().name(),
                    usage.meter().unit(),
                    usage.allowance().included(),
                    word(usage.allowance().per()),
                    word(usage.allowance().enforcement()),
                    usage.used(),
                    counted.quantity(),
                    usage.percent(),
                    counted.resetsAt());
        }
    }
}
