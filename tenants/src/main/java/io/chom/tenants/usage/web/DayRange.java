package io.chom.tenants.usage.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that somebody asked for: at least one, at most 400, of this millennium.
 *
 * @param until day after the last
 */
record DayRange(LocalDate from, LocalDate until) {

    private static final int USUAL = 30;
    private static final int MOST = 400;

    DayRange {
        if (!isPlausible(from)
                || !isPlausible(until)
                || !from.isBefore(until)
                || from.plusDays(MOST).isBefore(until)) {
            throw wrong();
        }
    }

    /** What was asked for; where nothing was, 30 days up to and with today. */
    static DayRange of(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        LocalDate end = until == null ? today.plusDays(1) : until;
        if (!isPlausible(end)) {
            throw wrong();
        }
        return new DayRange(from == null ? end.minusDays(USUAL) : from, end);
    }

    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() < 3000;
    }

    private static Refused wrong() {
        return new Refused(Failure.Invalid.of(
                "usage.invalid-range", "Ask for 1 to 400 days: from is the first, until the day after the last."));
    }
}
