package io.chom.tenants.billing;

import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * More of a meter than the plan allows where it stops; never less than the plan, whatever it becomes.
 *
 * @param meter what is limited
 * @param limit quantity that may be used instead of what the plan includes
 * @param from the first day with it, in the zone of the subscription
 * @param endsOn the first day without it; null for as long as the subscription runs
 */
public record LimitIncrease(
        MeterId meter,
        BigDecimal limit,
        LocalDate from,
        @Nullable LocalDate endsOn) {

    /** Whether it counts on a day of the subscription's zone. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (endsOn == null || day.isBefore(endsOn));
    }
}
