package io.chom.tenants.billing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The first period of a subscription that no invoice covers.
 *
 * @param bought the subscription with the plan of the period's last day
 * @param period the period
 */
record Closing(Bought bought, Period period) {

    /** @param invoicedUntil the first day that no invoice covers */
    static Closing of(Bought bought, LocalDate invoicedUntil) {
        var running = bought.subscription();
        var first = invoicedUntil.atStartOfDay(running.zone()).toInstant();
        var period = running.period(first);
        return new Closing(bought.on(period.until().minusDays(1)), period);
    }

    boolean isOver(Instant now) {
        return !period.end().isAfter(now);
    }

    /** Whether the plan is owed for it: not for one that was tried, paused or given up before. */
    boolean isCharged() {
        return switch (bought.subscription().status()) {
            case ACTIVE, PAST_DUE, CANCELLED ->
                !isAfterTheEnd()
                        && !bought.subscription().isTried(period.from())
                        && !bought.subscription().isPaused(period.from());
            case TRIALING, PAUSED -> false;
        };
    }

    /** Whether the subscription has ended when this period begins. */
    boolean isAfterTheEnd() {
        var end = bought.subscription().endsOn();
        return end == null
                ? bought.subscription().status() == Subscription.Status.CANCELLED
                : !period.from().isBefore(end);
    }

    /**
     * Whether nothing is to be billed from it on. What was used before the end and is reported late is looked for in as many
     * periods after it as while a subscription goes on.
     */
    boolean isDone() {
        var end = bought.subscription().endsOn();
        return isAfterTheEnd() && (end == null || !period.from().isBefore(end.plusMonths(Adjustments.LOOK_BACK)));
    }

    /** The one after it. */
    Closing next() {
        return of(bought, period.until());
    }
}
