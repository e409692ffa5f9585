package io.chom.tenants.catalog.web;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.catalog.Seats;
import io.chom.tenants.platform.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plans on the wire. Amounts are whole minor units with their currency; quantities exact decimals. */
record PlansResponse(List<PlanPart> plans) {

    record PlanPart(
            String catalogue,
            int version,
            String slug,
            String name,

            @Schema(description = "Of a month, billed when it is over")
            Money price,

            @Schema(description = "Of twelve months, paid in advance; null where it is not sold by the year") @Nullable
            Money yearlyPrice,

            @Schema(description = "Days for nothing for whoever is new to the catalogue; 0 for none")
            int trialDays,

            @Schema(description = "How it is sold by the seat; null where it is not, and limits none") @Nullable
            SeatsPart seats,

            List<AllowancePart> allowances) {

        static PlanPart of(Plan plan, Catalogues catalogues) {
            List<AllowancePart> allowances = plan.allowances().stream()
                    .flatMap(allowance -> catalogues.meter(allowance.meter()).stream()
                            .map(meter -> AllowancePart.of(allowance, meter)))
                    .toList();
            return new PlanPart(
                    plan.catalogue(),
                    plan.version(),
                    plan.slug(),
                    plan.name(),
                    plan.price(),
                    plan.yearly(),
                    plan.trialDays(),
                    plan.seats() == null ? null : SeatsPart.of(plan.seats()),
                    allowances);
        }
    }

    /** How a plan is sold by the seat. */
    @Schema(name = "PlanSeats")
    record SeatsPart(
            @Schema(description = "How many the price of the plan includes", example = "1")
            int included,

            @Schema(description = "Of each more in a month") Money price,

            @Schema(description = "Of each more in twelve months; null where the plan is not sold by the year")
            @Nullable
            Money yearlyPrice,

            @Schema(description = "How many are sold at most", example = "500")
            int most) {

        static SeatsPart of(Seats seats) {
            return new SeatsPart(seats.included(), seats.price(), seats.yearly(), seats.limit());
        }
    }

    /** What is included of a meter; {@code overage_price} only where every unit beyond costs the same. */
    record AllowancePart(
            String meter,
            String name,
            String unit,
            String aggregation,
            BigDecimal included,
            String per,
            String enforcement,
            @Nullable Money overagePrice) {

        static AllowancePart of(Allowance allowance, Meter meter) {
            return new AllowancePart(
                    meter.id().value(),
                    meter.name(),
                    meter.unit(),
                    meter.aggregation().name().toLowerCase(Locale.ROOT),
                    allowance.included(),
                    allowance.per().name().toLowerCase(Locale.ROOT),
                    allowance.enforcement().name().toLowerCase(Locale.ROOT),
                    Pricing.ofEach(allowance.overage()));
        }
    }
}
