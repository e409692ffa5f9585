package io.chom.tenants.usage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
public record Span(Instant from, Instant until) {

    public Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A span cannot end before it begins: " + from + " … " + until + ".");
        }
    }

    /** Whether an instant lies in it. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    boolean isOfWholeHours() {
        return isWholeHour(from) && isWholeHour(until);
    }

    private static boolean isWholeHour(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.HOURS));
    }
}
