package io.chom.tenants.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a subscription is paused: nothing is owed for it, and nothing may be used.
 *
 * @param from its first day, the first of a period
 * @param until the first day after it as it was asked for, the first of a period
 * @param resumedOn the first day after it where it was ended early; null where it was not
 */
public record Pause(
        LocalDate from, LocalDate until, @Nullable LocalDate resumedOn) {

    /** The first day after it. */
    public LocalDate end() {
        return resumedOn == null ? until : resumedOn;
    }

    /** Whether a day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(end());
    }
}
