package io.chom.tenants.days;

import io.chom.tenants.catalog.Term;
import io.chom.tenants.days.Town.Did;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invoice that somebody is to get.
 *
 * @param cents what it comes to
 * @param on its day
 * @param ahead which of those in advance, counted from 1; 0 for a month that is over
 */
record Bill(Buyer who, LocalDate from, LocalDate until, int cents, LocalDate on, int ahead) {

    private static final Duration GRACE = Duration.ofHours(1);
    private static final int DUE_DAYS = 7;

    LocalDate dueOn() {
        return on.plusDays(DUE_DAYS);
    }

    /** All of somebody, by what was used. A trial of half a month becomes none. */
    static Stream<Bill> of(Buyer who, Stretch stretch, List<Did> uses) {
        LocalDate from = who.from();
        if (from == null) {
            return Stream.empty();
        }
        return who.term() == Term.YEAR
                ? Stream.concat(years(who, from, stretch), months(who, from, stretch, uses))
                : months(who, from, stretch, uses);
    }

    private static Stream<Bill> years(Buyer who, LocalDate first, Stretch stretch) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(first::plusYears)
                .takeWhile(from -> stretch.has(who, from, LocalTime.MIN))
                .map(from -> new Bill(
                        who,
                        from,
                        from.plusYears(1),
                        who.ware().year(),
                        stretch.first(who, from),
                        from.getYear() - first.getYear() + 1));
    }

    /** The months of a year are paid for by it, but not what is used beyond what they include. */
    private static Stream<Bill> months(Buyer who, LocalDate first, Stretch stretch, List<Did> uses) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> month(who, month(first, n), month(first, n + 1), stretch, uses))
                .takeWhile(bill -> stretch.has(who, bill.until(), LocalTime.MIN.plus(GRACE)));
    }

    private static Bill month(Buyer who, LocalDate from, LocalDate until, Stretch stretch, List<Did> uses) {
        int used = uses.stream()
                .filter(one -> one.who().equals(who))
                .filter(one ->
                        !who.day(one.at()).isBefore(from) && who.day(one.at()).isBefore(until))
                .mapToInt(one -> who.uses().get(one.planned()))
                .sum();
        int paid = who.term() == Term.YEAR ? who.ware().cents() : 0;
        return new Bill(who, from, until, who.ware().cost(used) - paid, stretch.first(who, until), 0);
    }

    /** The nth month begins on the same day, or on the last one of a month that is too short. */
    static LocalDate month(LocalDate from, int n) {
        YearMonth month = YearMonth.from(from).plusMonths(n);
        return month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
    }
}
