package io.chom.tenants.usage.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.LocalDate;

/** Days that somebody asked for: at least one, at most 400, in years that a calendar has. */
record DayRange(LocalDate from, LocalDate until) {

    DayRange {
        if (from.getYear() < 2000
                || until.getYear() > 2999
                || !from.isBefore(until)
                || from.plusDays(400).isBefore(until)) {
            throw new Refused(Failure.Invalid.of(
                    "usage.invalid-range", "Ask for 1 to 400 days: from is the first, until the day after the last."));
        }
    }
}
