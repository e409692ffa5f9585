package io.chom.tenants.billing;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which periods have a discount, and what it takes off. Pure: whoever drafts, forecasts, quotes or bills asks here. A period has
 * at most one, and nothing that has begun ever gets another. Times that are tried or paused owe nothing, and use none up.
 */
public final class Reductions {

    private Reductions() {}

    /**
     * The time that a discount is for, as far as is known today.
     *
     * @param from the first day that is paid for with it
     * @param until the first day without it; null without end, and the same as {@code from} where it never counts
     */
    public record Span(LocalDate from, @Nullable LocalDate until) {

        /** Whether it counts on no day from that one on. */
        public boolean isOver(LocalDate day) {
            return until != null && !until.isAfter(day);
        }
    }

    /**
     * A discount that counts, or will.
     *
     * @param percent off what begins with it
     * @param span from when until when, as far as is known
     */
    public record Current(BigDecimal percent, Span span) {}

    /** The one that counts at a moment, or else the next; empty without any. */
    public static Optional<Current> current(Bought bought, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, bought.subscription().zone());
        return bought.subscription().reductions().stream()
                .map(one -> new Current(
                        one.percent(bought.on(later(span(bought, one).from(), today))
                                .term()),
                        span(bought, one)))
                .filter(one -> !one.span().isOver(today))
                .min(Comparator.comparing(one -> one.span().from()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Percent off the month or year that begins on a day of its zone; zero where nothing is. */
    public static BigDecimal percent(Bought bought, LocalDate begin) {
        return bought.subscription().reductions().stream()
                .filter(one -> covers(bought, one, begin))
                .findFirst()
                .map(one -> one.percent(bought.on(begin).term()))
                .orElse(BigDecimal.ZERO);
    }

    /** The same of the month or year that a moment lies in. */
    static BigDecimal percent(Bought bought, Instant now) {
        return percent(bought, running(bought, now).from());
    }

    private static Period running(Bought bought, Instant now) {
        return bought.year(LocalDate.ofInstant(now, bought.subscription().zone()))
                .orElseGet(() -> bought.period(now));
    }

    /** What is left of a price, rounded once, half up in the customer's discount. */
    public static Money less(Money price, BigDecimal percent) {
        return price.minus(off(price, percent));
    }

    private static Money off(Money price, BigDecimal percent) {
        return price.times(percent.movePointLeft(2));
    }

    /** The line that takes something off those of a plan in a period; empty where there is nothing to take off. */
    static Optional<LineItem> line(Bought bought, Period period, List<LineItem> base) {
        BigDecimal percent = percent(bought, period.from());
        return percent.signum() == 0 || base.isEmpty()
                ? Optional.empty()
                : line(base.stream().map(LineItem::amount).reduce(Money::plus).orElseThrow(), percent, base.getFirst());
    }

    private static Optional<LineItem> line(Money sum, BigDecimal percent, LineItem first) {
        Money off = off(sum, percent);
        return off.minor() > 0
                ? Optional.of(LineItem.discount(first.subject(), percent, sum, off, first.days()))
                : Optional.empty();
    }

    /**
     * The first day on which a period can begin that a discount given now may count for: of the running one if nothing of it is
     * billed.
     */
    public static LocalDate from(Bought bought, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, bought.subscription().zone());
        LocalDate open = bought.year(today)
                .map(Period::until)
                .orElseGet(() -> bought.isPaidAhead(now)
                        ? bought.period(now).until()
                        : bought.period(now).from());
        boolean isTaken = bought.subscription().reductions().stream().anyMatch(one -> covers(bought, one, open));
        return isTaken ? next(bought, open) : open;
    }

    /** The first day on which no period begins with a discount that is ended now: what has begun with it keeps it. */
    public static LocalDate end(Bought bought, Instant now) {
        return running(bought, now).from().plusDays(1);
    }

    /** When a discount counts. */
    public static Span span(Bought bought, Reduction one) {
        LocalDate day = one.from();
        while (one.allows(day) && !isOwed(bought, day)) {
            day = next(bought, day);
        }
        LocalDate first = day;
        if (one.periods() == null && one.endsOn() == null) {
            return new Span(first, null);
        }
        LocalDate until = first;
        for (int left = one.periods() == null ? Integer.MAX_VALUE : one.periods(); left > 0 && one.allows(day); ) {
            LocalDate after = next(bought, day);
            if (isOwed(bought, day)) {
                left--;
                until = after;
            }
            day = after;
        }
        return new Span(first, until);
    }

    private static boolean covers(Bought bought, Reduction one, LocalDate begin) {
        return one.allows(begin) && (one.periods() == null || isLeft(bought, one, one.periods(), begin));
    }

    private static boolean isLeft(Bought bought, Reduction one, int left, LocalDate begin) {
        for (LocalDate day = one.from(); left > 0 && day.isBefore(begin); day = next(bought, day)) {
            if (isOwed(bought, day)) {
                left--;
            }
        }
        return left > 0;
    }

    private static boolean isOwed(Bought bought, LocalDate begin) {
        return !bought.subscription().isTried(begin) && !bought.subscription().isPaused(begin);
    }

    /** The first day after the month or year that a day lies in. */
    private static LocalDate next(Bought bought, LocalDate day) {
        return bought.year(day)
                .orElseGet(() -> bought.period(
                        day.atStartOfDay(bought.subscription().zone()).toInstant()))
                .until();
    }
}
