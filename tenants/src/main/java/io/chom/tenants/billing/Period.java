package io.chom.tenants.billing;

import io.chom.tenants.usage.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A billing period in the tenant's time zone.
 *
 * @param from first day
 * @param until day after the last
 * @param zone where its days begin
 */
public record Period(LocalDate from, LocalDate until, ZoneId zone) {

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A period ends after it begins: " + from + " … " + until + ".");
        }
    }

    /**
     * The monthly period that an instant lies in. It begins on the anchor day, or on the last day of a month that is
     * shorter; the next one returns to the anchor day.
     *
     * @param anchorDay 1–31
     */
    public static Period at(Instant instant, int anchorDay, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        YearMonth month = YearMonth.from(day);
        YearMonth first = day.isBefore(anchored(month, anchorDay)) ? month.minusMonths(1) : month;
        return new Period(anchored(first, anchorDay), anchored(first.plusMonths(1), anchorDay), zone);
    }

    /**
     * Twelve monthly periods that are counted from a day on.
     *
     * @param first where the first year begins; of a day that a month is too short for, the others begin on its last one
     * @param years how many years lie between, 0 or more
     */
    static Period year(LocalDate first, int years, ZoneId zone) {
        YearMonth month = YearMonth.from(first).plusYears(years);
        int day = first.getDayOfMonth();
        return new Period(anchored(month, day), anchored(month.plusYears(1), day), zone);
    }

    private static LocalDate anchored(YearMonth month, int anchorDay) {
        return month.atDay(Math.min(anchorDay, month.lengthOfMonth()));
    }

    /** The first instant of the period: midnight, or the first time of a day that has none. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period. */
    public Instant end() {
        return until.atStartOfDay(zone).toInstant();
    }

    /** All of it, as a stretch of time. */
    public Span span() {
        return new Span(start(), end());
    }

    /** The day of the zone that an instant lies in: 23–25 hours. */
    public Span dayOf(Instant instant) {
        return Span.of(LocalDate.ofInstant(instant, zone), zone);
    }

    /** Days in the period, 28–31 for a month that is not cut, 365 or 366 for a year. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, until);
    }

    /** Days that are left, the running one included; 0 when over. */
    public int daysLeft(Instant now) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), until));
    }
}
