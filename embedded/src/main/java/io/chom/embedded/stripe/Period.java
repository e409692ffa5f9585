package io.chom.embedded.stripe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What is paid for at once.
 *
 * @param start in seconds since 1970, within
 * @param end in seconds since 1970, no longer within
 */
record Period(long start, long end) {

    /** The period from a moment to the next turn of a rhythm that began with the anchor. */
    static Period from(long start, long anchor, Json price) {
        if (anchor > start) {
            return new Period(start, anchor);
        }
        int turn = 1;
        while (at(anchor, price, turn) <= start) {
            turn++;
        }
        return new Period(start, at(anchor, price, turn));
    }

    /** How long a whole period is that begins with this one. */
    long whole(Json price) {
        return at(start, price, 1) - start;
    }

    long length() {
        return end - start;
    }

    /** Counted from the anchor each time, so that the 31st comes back after a shorter month. */
    private static long at(long anchor, Json price, int turn) {
        ZonedDateTime begin = Instant.ofEpochSecond(anchor).atZone(ZoneOffset.UTC);
        long steps = turn * price.at("recurring").number("interval_count", 1);
        ZonedDateTime then = switch (price.at("recurring").string("interval")) {
            case "day" -> begin.plusDays(steps);
            case "week" -> begin.plusWeeks(steps);
            case "year" -> begin.plusYears(steps);
            default -> begin.plusMonths(steps);
        };
        return then.toEpochSecond();
    }
}
