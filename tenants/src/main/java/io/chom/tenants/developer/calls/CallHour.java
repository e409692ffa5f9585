package io.chom.tenants.developer.calls;

import java.time.Duration;
import java.time.Instant;

/**
 * The calls of one route in one hour.
 *
 * @param hour its beginning, a whole hour of UTC
 * @param route such as {@code GET /api/v1/keys/{id}}
 * @param calls at least 1
 * @param errors how many of them were answered with a status of 400 or more
 * @param total how long they took together, to the microsecond
 * @param most how long the longest took
 */
public record CallHour(Instant hour, String route, long calls, long errors, Duration total, Duration most) {

    /** How long one took on average. */
    public Duration average() {
        return total.dividedBy(calls);
    }
}
