package io.chom.tenants.billing;

import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a customer has bought.
 *
 * @param id its own
 * @param customer who bought it
 * @param reseller who serves the customer
 * @param catalogue name of the catalogue
 * @param version version of the catalogue under which it was sold, and stays
 * @param plan slug of the plan
 * @param status where it stands
 * @param anchorDay day of the month on which a period begins, 1–31
 * @param zone where that day begins
 * @param startedAt when it was bought
 */
public record Subscription(
        SubscriptionId id,
        TenantId customer,
        TenantId reseller,
        String catalogue,
        int version,
        String plan,
        Status status,
        int anchorDay,
        ZoneId zone,
        Instant startedAt) {

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
        if (anchorDay < 1 || anchorDay > 31) {
            throw new IllegalArgumentException("A period begins on a day from 1 to 31, not on " + anchorDay + ".");
        }
    }

    /** The period that an instant lies in. */
    public Period period(Instant instant) {
        return Period.at(instant, anchorDay, zone);
    }
}
