package io.chom.tenants.developer.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What may be called on one day.
 *
 * @param limit calls of the day, or null when they are not limited
 * @param day the day in the zone of the plan
 * @param begin its first instant
 * @param end the first instant after it
 */
record Terms(@Nullable Long limit, LocalDate day, Instant begin, Instant end) {

    /** Before anything is known: a day that is over. */
    static final Terms NONE = of(0L, Instant.EPOCH, ZoneOffset.UTC);

    static Terms of(@Nullable Long limit, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        return new Terms(
                limit,
                day,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean isLimited() {
        return limit != null;
    }

    /** Whether the same may be called: a day that is not limited is like any other such. */
    boolean isLike(Terms other) {
        return isLimited() ? equals(other) : !other.isLimited();
    }
}
