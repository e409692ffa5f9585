package io.chom.tenants.billing.metering;

import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Periods of a subscription whose usage the provider still takes: the one under way and those that ended lately. */
final class MeteredPeriods {

    private MeteredPeriods() {}

    /** The newest first. */
    static List<Period> of(Subscription subscription, Instant now) {
        Instant oldest = now.minus(MeterProvider.OLDEST);
        return Stream.iterate(
                        last(subscription, now),
                        Optional::isPresent,
                        period -> period.flatMap(one -> at(subscription, before(one))))
                .flatMap(Optional::stream)
                .takeWhile(period -> period.end().isAfter(oldest))
                .toList();
    }

    private static Optional<Period> last(Subscription subscription, Instant now) {
        var endsOn = subscription.endsOn();
        if (endsOn == null) {
            return subscription.status() == Subscription.Status.CANCELLED ? Optional.empty() : at(subscription, now);
        }
        Instant last = endsOn.atStartOfDay(subscription.zone()).toInstant().minusMillis(1);
        return at(subscription, last.isBefore(now) ? last : now);
    }

    private static Optional<Period> at(Subscription subscription, Instant instant) {
        return Optional.of(instant)
                .filter(one -> !one.isBefore(subscription.startedAt()))
                .map(subscription::period);
    }

    private static Instant before(Period period) {
        return period.start().minusMillis(1);
    }
}
