package io.chom.tenants.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /** A day of a zone: 23–25 hours. */
    public static Span of(LocalDate day, ZoneId zone) {
        return new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
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
