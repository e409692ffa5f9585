package io.chom.tenants.billing;

import static io.chom.tenants.billing.Subscription.Status.ACTIVE;
import static io.chom.tenants.catalog.Term.MONTH;

import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has bought.
 *
 * @param id its own
 * @param customer who bought it
 * @param reseller who serves the customer
 * @param catalogue name of the catalogue
 * @param version version of the catalogue under which it was sold
 * @param plan slug of the plan that it began with
 * @param term how long that is paid for at once
 * @param seats for how many; 0 for those that the plan includes, and where it is not sold by the seat
 * @param status where it stands
 * @param anchorDay day of the month on which a period begins, 1–31
 * @param zone where that day begins
 * @param startedAt when it was bought
 * @param changes what it became and will become, one after the other
 * @param increases where its limits were raised, in any order
 * @param pauses when it was and will be paused, one after the other; only what is paid for by the month is
 * @param reductions what was agreed to be taken off its price, in any order; of no period twice
 * @param trialUntil the first day of its zone that is paid for, where it began with a trial; null where it did not
 * @param endsOn the first day of its zone without it, which is the first of a period; null while it goes on
 * @param currency in which it was bought and stays; null for the main one of the catalogue's version
 */
public record Subscription(
        SubscriptionId id,
        TenantId customer,
        TenantId reseller,
        String catalogue,
        int version,
        String plan,
        Term term,
        int seats,
        Status status,
        int anchorDay,
        ZoneId zone,
        Instant startedAt,
        List<PlanChange> changes,
        List<LimitIncrease> increases,
        List<Pause> pauses,
        List<Reduction> reductions,
        @Nullable LocalDate trialUntil,
        @Nullable LocalDate endsOn,
        @Nullable Currency currency) {

    /** Where a subscription stands. */
    public enum Status {
        TRIALING,
        ACTIVE,
        PAST_DUE,
        PAUSED,
        CANCELLED;

        /** Whether its base price is recurring revenue: it is owed now, paid in time or not. */
        public boolean recurs() {
            return switch (this) {
                case ACTIVE, PAST_DUE -> true;
                case TRIALING, PAUSED, CANCELLED -> false;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Subscription {
        changes = List.copyOf(changes);
        increases = List.copyOf(increases);
        pauses = List.copyOf(pauses);
        reductions = List.copyOf(reductions);
        if (anchorDay < 1 || anchorDay > 31) {
            throw new IllegalArgumentException("A period begins on a day from 1 to 31, not on " + anchorDay + ".");
        }
    }

    /** An active one by the month in the main currency that goes on as it began. */
    public Subscription(
            SubscriptionId id,
            TenantId customer,
            TenantId reseller,
            String catalogue,
            int version,
            String plan,
            int anchorDay,
            ZoneId zone,
            Instant startedAt) {
        this(
                id, customer, reseller, catalogue, version, plan, MONTH, 0, ACTIVE, anchorDay, zone, startedAt,
                List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    /** Whether it has not ended by then. */
    public boolean runs(Instant now) {
        return status != Status.CANCELLED
                && (endsOn == null || now.isBefore(endsOn.atStartOfDay(zone).toInstant()));
    }

    /** Where it stands at a moment: one that is tried or paused owes nothing. */
    public Status status(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        if (status != Status.CANCELLED && isPaused(day)) {
            return Status.PAUSED;
        }
        return status == Status.ACTIVE && isTried(day) ? Status.TRIALING : status;
    }

    /** The same if it had been paid for from the beginning, with this discount alone. */
    Subscription paid(List<Reduction> reduced) {
        return new Subscription(
                id, customer, reseller, catalogue, version, plan, term, seats, status, anchorDay, zone, startedAt,
                changes, increases, List.of(), reduced, null, endsOn, currency);
    }

    /** The same with other changes. */
    Subscription with(List<PlanChange> others) {
        return new Subscription(
                id,
                customer,
                reseller,
                catalogue,
                version,
                plan,
                term,
                seats,
                status,
                anchorDay,
                zone,
                startedAt,
                others,
                increases,
                pauses,
                reductions,
                trialUntil,
                endsOn,
                currency);
    }

    /** Whether it is paused on a day of its zone. */
    boolean isPaused(LocalDate day) {
        return pauses.stream().anyMatch(one -> one.covers(day));
    }

    /** The pause that a day lies in or that is to come after it. */
    public Optional<Pause> pause(LocalDate day) {
        return pauses.stream().filter(one -> one.end().isAfter(day)).findFirst();
    }

    /** Whether it is tried on a day of its zone. */
    boolean isTried(LocalDate day) {
        return trialUntil != null && day.isBefore(trialUntil);
    }

    /**
     * The period that an instant lies in: a month, but for a trial, which is the first period, from the day on which it was
     * begun. The months that are paid for begin with its end. A year that takes the place of a month cuts it short, and so
     * does the end of a pause before its time; the months are counted from its first day on.
     */
    public Period period(Instant instant) {
        Period month = cut(month(instant));
        LocalDate began = LocalDate.ofInstant(startedAt, zone);
        if (!month.until().equals(trialUntil) || !began.isAfter(month.from())) {
            return month;
        }
        return LocalDate.ofInstant(instant, zone).isBefore(began)
                ? new Period(month.from(), began, zone)
                : new Period(began, month.until(), zone);
    }

    /** The month that an instant lies in as it would be if no year cut it short. */
    Period month(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        int anchor = restarts()
                .filter(restart -> !restart.isAfter(day))
                .reduce((one, later) -> later)
                .map(LocalDate::getDayOfMonth)
                .orElse(anchorDay);
        return Period.at(instant, anchor, zone);
    }

    private Period cut(Period month) {
        return restarts()
                .filter(day -> day.isAfter(month.from()) && day.isBefore(month.until()))
                .findFirst()
                .map(day -> new Period(month.from(), day, zone))
                .orElse(month);
    }

    /** Whether a month ends on the day before because a year or the end of a pause takes its place. */
    boolean restartsOn(LocalDate day) {
        return restarts().anyMatch(day::equals);
    }

    /** The days on which the months are counted anew, one after the other. */
    private Stream<LocalDate> restarts() {
        return Stream.concat(years(), pauses.stream().flatMap(one -> Stream.ofNullable(one.resumedOn())))
                .sorted();
    }

    /** The first day of each year that took the place of a month that is paid for. */
    private Stream<LocalDate> years() {
        return IntStream.range(0, changes.size())
                .filter(at -> changes.get(at).term() == Term.YEAR)
                .filter(at -> (at == 0 ? term : changes.get(at - 1).term()) == MONTH)
                .mapToObj(at -> changes.get(at).from())
                .filter(day -> !isTried(day));
    }
}
