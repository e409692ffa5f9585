package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Estimate;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The running period on the wire. Amounts are whole minor units with their currency; quantities exact decimals. */
record UsageResponse(PlanPart plan, PeriodPart period, List<MeterPart> meters, EstimatePart estimate, Instant asOf) {

    static UsageResponse of(UsageOverview overview) {
        return new UsageResponse(
                PlanPart.of(overview.plan(), overview.term()),
                PeriodPart.of(overview.period(), overview.asOf()),
                overview.meters().stream().map(MeterPart::of).toList(),
                EstimatePart.of(overview.estimate()),
                overview.asOf());
    }

    /** The plan as it was sold. */
    @Schema(name = "BoughtPlan")
    record PlanPart(
            String catalogue,
            int version,
            String slug,
            String name,

            @Schema(
                    description = "How long it is paid for at once: a month, when it is over, or a year, in advance",
                    example = "month",
                    allowableValues = {"month", "year"})
            String term,

            @Schema(description = "For how many seats; null where it is not sold by the seat", example = "5") @Nullable
            Integer seats,

            @Schema(description = "Of a whole term, with all seats")
            Money price) {

        static PlanPart of(Plan plan, Term term) {
            return new PlanPart(
                    plan.catalogue(),
                    plan.version(),
                    plan.slug(),
                    plan.name(),
                    term.word(),
                    plan.seats() == null ? null : plan.seatCount(),
                    plan.price(term));
        }
    }

    /** The bill so far; the total is the sum of the lines. */
    record EstimatePart(List<LinePart> lines, Money total) {

        static EstimatePart of(Estimate estimate) {
            return new EstimatePart(
                    estimate.lines().stream()
                            .map(line -> new LinePart(line.label(), line.formula(), line.amount()))
                            .toList(),
                    estimate.total());
        }
    }

    /** One charge and how it was calculated. */
    record LinePart(String label, String formula, Money amount) {}

    /** Days in the zone; {@code until} is the day after the last. */
    @Schema(name = "Period")
    record PeriodPart(LocalDate from, LocalDate until, String zone, int daysLeft) {

        static PeriodPart of(Period period, Instant now) {
            return new PeriodPart(period.from(), period.until(), period.zone().getId(), period.daysLeft(now));
        }
    }

    /** One meter, of the period or of the running day; {@code overage_price} only where every unit beyond costs the same. */
    record MeterPart(
            String meter,
            String name,
            String unit,
            BigDecimal included,
            String per,
            BigDecimal used,
            int percent,
            String enforcement,
            BigDecimal overage,
            @Nullable Money overagePrice,
            Money overageCost) {

        static MeterPart of(MeterUsage one) {
            return new MeterPart(
                    one.meter().id().value(),
                    one.meter().name(),
                    one.meter().unit(),
                    one.allowance().included(),
                    one.allowance().per().name().toLowerCase(Locale.ROOT),
                    one.used(),
                    one.percent(),
                    one.allowance().enforcement().name().toLowerCase(Locale.ROOT),
                    one.overage(),
                    Pricing.ofEach(one.allowance().overage()),
                    one.overageCost());
        }
    }
}
