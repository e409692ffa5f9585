package io.chom.tenants.days;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The time that all this takes, in the days of whoever. */
record Stretch(Instant start, Instant end) {

    /** Whether that moment comes before it is over. */
    boolean has(Buyer who, LocalDate day, LocalTime time) {
        return !day.atTime(time).atZone(who.zone()).toInstant().isAfter(end);
    }

    /** The day itself, or the first one of all if that is later: what was due before happens then. */
    LocalDate first(Buyer who, LocalDate day) {
        LocalDate begin = who.day(start);
        return day.isBefore(begin) ? begin : day;
    }
}
