package io.chom.tenants.usage;

import java.time.Duration;
import java.time.Instant;

/**
 * How far from now the time of an event may lie.
 *
 * @param back at most 400 days, for which there are partitions
 * @param ahead at most 1 day
 */
public record Window(Duration back, Duration ahead) {

    private static final Duration FURTHEST_BACK = Duration.ofDays(400);
    static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    public Window {
        if (back.isNegative() || back.compareTo(FURTHEST_BACK) > 0) {
            throw new IllegalArgumentException("Usage is taken from at most 400 days back, not " + back + ".");
        }
        if (ahead.isNegative() || ahead.compareTo(FURTHEST_AHEAD) > 0) {
            throw new IllegalArgumentException("Usage is taken from at most 1 day ahead, not " + ahead + ".");
        }
    }

    Instant oldest(Instant now) {
        return now.minus(back);
    }

    Instant newest(Instant now) {
        return now.plus(ahead);
    }
}
