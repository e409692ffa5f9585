package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Reductions;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the provider is to show it.
 *
 * @param subscription ours
 * @param catalogue of its plan
 * @param plan slug of its plan
 * @param name of its plan, for people
 * @param price of a whole term, before any discount
 * @param term how often that is owed
 * @param renews when it is owed next
 * @param trialUntil when it begins to be owed; null where it is owed already
 * @param percentOff what is off the price that is owed next; zero where nothing is
 * @param isPaused whether it is paused now
 * @param ends when it ends; null while it goes on
 */
public record Sold(
        SubscriptionId subscription,
        String catalogue,
        String plan,
        String name,
        Money price,
        Term term,
        Instant renews,
        @Nullable Instant trialUntil,
        BigDecimal percentOff,
        boolean isPaused,
        @Nullable Instant ends) {

    /** What somebody has at a moment. */
    static Sold of(Bought bought, Instant now) {
        var subscription = bought.subscription();
        ZoneId zone = subscription.zone();
        Plan plan = bought.sold();
        LocalDate renewsOn = bought.renewsOn(now);
        return new Sold(
                subscription.id(),
                plan.catalogue(),
                plan.slug(),
                plan.name(),
                plan.price(bought.term()),
                bought.term(),
                start(renewsOn, zone),
                Optional.ofNullable(subscription.trialUntil())
                        .map(day -> start(day, zone))
                        .filter(now::isBefore)
                        .orElse(null),
                Reductions.percent(bought, renewsOn).stripTrailingZeros(),
                bought.pause(now)
                        .filter(pause -> pause.covers(LocalDate.ofInstant(now, zone)))
                        .isPresent(),
                subscription.endsOn() == null ? null : start(subscription.endsOn(), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The same text for as long as the provider has nothing to learn: when it is owed next follows there by itself. */
    String fingerprint() {
        return String.join(
                " ",
                catalogue,
                plan,
                price.currency().getCurrencyCode(),
                String.valueOf(price.minor()),
                term.word(),
                percentOff.toPlainString(),
                isPaused ? "paused" : "running",
                String.valueOf(ends));
    }
}
