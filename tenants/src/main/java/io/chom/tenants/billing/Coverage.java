package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.usage.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which subscription bills for a time: a period is billed by the plan of its last day, and a first period as a whole, also
 * for what was used in it before the subscription began.
 */
record Coverage(List<Subscription> subscriptions, Catalogues catalogues) {

    Coverage {
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * A stretch of time that is billed alike.
     *
     * @param plan by which, or null where no subscription ran
     */
    record Stretch(Span span, @Nullable Plan plan) {

        /** Why nobody is billed for a meter, or empty. */
        Optional<Unmatch> unmatch(MeterId meter) {
            if (plan == null) {
                return Optional.of(Unmatch.NO_SUBSCRIPTION);
            }
            return plan.allowance(meter).isPresent() ? Optional.empty() : Optional.of(Unmatch.notIn(plan.name()));
        }
    }

    /** The subscription that bills for a moment; of two the one that had begun, and of those the newer. */
    Optional<Subscription> at(Instant moment) {
        return subscriptions.stream()
                .filter(one -> covers(one, moment))
                .max(Comparator.comparing((Subscription one) -> !one.startedAt().isAfter(moment))
                        .thenComparing(Subscription::startedAt));
    }

    /** The stretch that a moment lies in, if a subscription bills for it. */
    Stretch stretch(Instant moment) {
        return at(moment).map(one -> stretch(one, moment)).orElseGet(() -> new Stretch(gap(moment), null));
    }

    /** All stretches between two moments, cut off there. */
    List<Stretch> between(Instant from, Instant until) {
        var stretches = new ArrayList<Stretch>();
        for (Instant at = from; at.isBefore(until); ) {
            var found = stretch(at);
            Instant end = earlier(found.span().until(), until);
            stretches.add(new Stretch(new Span(at, end), found.plan()));
            at = end;
        }
        return stretches;
    }

    private Stretch stretch(Subscription subscription, Instant moment) {
        var period = subscription.period(moment);
        var last = period.until().minusDays(1);
        var plan = Bought.find(subscription, catalogues, moment)
                .map(bought -> bought.on(last).plan());
        return new Stretch(period.span(), plan.orElse(null));
    }

    private Span gap(Instant moment) {
        Instant next = subscriptions.stream()
                .map(Coverage::begin)
                .filter(begin -> begin.isAfter(moment))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return new Span(moment, next);
    }

    private static boolean covers(Subscription one, Instant moment) {
        return !moment.isBefore(begin(one)) && isBeforeTheEnd(one, moment);
    }

    private static Instant begin(Subscription one) {
        return one.period(one.startedAt()).start();
    }

    private static boolean isBeforeTheEnd(Subscription one, Instant moment) {
        var end = one.endsOn();
        return end == null
                ? one.status() != Subscription.Status.CANCELLED
                : moment.isBefore(end.atStartOfDay(one.zone()).toInstant());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
