package io.chom.tenants.billing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The first period of a subscription that no invoice covers.
 *
 * @param bought the subscription with its plan
 * @param period the period
 */
record Closing(Bought bought, Period period) {

    /** @param invoicedUntil the first day that no invoice covers */
    static Closing of(Bought bought, LocalDate invoicedUntil) {
        var running = bought.subscription();
        var first = invoicedUntil.atStartOfDay(running.zone()).toInstant();
        return new Closing(bought, running.period(first));
    }

    boolean isOver(Instant now) {
        return !period.end().isAfter(now);
    }

    /** The one after it. */
    Closing next() {
        return of(bought, period.until());
    }
}
