package io.chom.tenants.billing;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a subscription could be paused.
 *
 * @param from the first day, that of the next period
 * @param until the first day after it, of a pause of one month, of two and so on; never empty
 */
public record PauseOffer(LocalDate from, List<LocalDate> until) {

    public PauseOffer {
        until = List.copyOf(until);
    }

    /**
     * What can be had at a moment.
     *
     * @param most months of all pauses that begin within twelve months
     * @throws Refused with {@code billing.paused} while one runs or is to come, {@code billing.ends},
     *     {@code billing.pause-trial}, {@code billing.pause-year} for a year that is paid, {@code billing.pause-change} while
     *     another plan is to come, and {@code billing.pause-used-up}
     */
    static PauseOffer of(Bought bought, int most, Instant now) {
        var subscription = bought.subscription();
        LocalDate today = LocalDate.ofInstant(now, subscription.zone());
        int left = most - used(subscription, today);
        refusal(bought, left, now).ifPresent(failure -> {
            throw new Refused(failure);
        });
        LocalDate from = bought.renewsOn(now);
        return new PauseOffer(from, ends(subscription, from, left));
    }

    private static Optional<Failure> refusal(Bought bought, int left, Instant now) {
        var subscription = bought.subscription();
        LocalDate today = LocalDate.ofInstant(now, subscription.zone());
        if (subscription.endsOn() != null) {
            return Optional.of(new Failure.Conflict("billing.ends", "The subscription is about to end."));
        }
        if (bought.pause(now).isPresent()) {
            return Optional.of(
                    new Failure.Conflict("billing.paused", "The plan is paused, or about to be. Resume it first."));
        }
        if (subscription.isTried(today)) {
            return Optional.of(new Failure.Conflict("billing.pause-trial", "There is nothing to pause in a trial."));
        }
        if (bought.year(today).isPresent()) {
            return Optional.of(new Failure.Conflict("billing.pause-year", "A year that is paid for is not paused."));
        }
        if (bought.upcoming(now).isPresent()) {
            return Optional.of(
                    new Failure.Conflict("billing.pause-change", "Another plan is to come. Withdraw that first."));
        }
        return left > 0
                ? Optional.empty()
                : Optional.of(new Failure.Conflict(
                        "billing.pause-used-up", "The months in which the plan may be paused are used up for now."));
    }

    /** Months of the pauses that began within the last twelve, the begun ones whole. */
    private static int used(Subscription subscription, LocalDate today) {
        LocalDate since = today.minusMonths(12);
        return subscription.pauses().stream()
                .filter(one -> one.from().isAfter(since))
                .mapToInt(one -> months(subscription, one))
                .sum();
    }

    private static int months(Subscription subscription, Pause pause) {
        int months = 0;
        for (LocalDate day = pause.from(); day.isBefore(pause.end()); day = next(subscription, day)) {
            months++;
        }
        return months;
    }

    private static List<LocalDate> ends(Subscription subscription, LocalDate from, int most) {
        var ends = new ArrayList<LocalDate>();
        LocalDate day = from;
        for (int month = 0; month < most; month++) {
            day = next(subscription, day);
            ends.add(day);
        }
        return ends;
    }

    private static LocalDate next(Subscription subscription, LocalDate day) {
        return subscription
                .period(day.atStartOfDay(subscription.zone()).toInstant())
                .until();
    }
}
