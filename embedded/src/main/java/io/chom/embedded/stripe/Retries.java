package io.chom.embedded.stripe;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an invoice that was not paid is tried again: three times, as in Stripe’s default before it learnt to guess. */
final class Retries {

    private static final List<Duration> PAUSES = List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

    private Retries() {}

    /** The time of the next attempt in seconds since 1970; none if there is to be none. */
    static @Nullable Long next(Shelf shelf, Json invoice) {
        long attempts = Math.max(1, invoice.number("attempt_count"));
        boolean wanted = invoice.flag("auto_advance") && invoice.is("collection_method", "charge_automatically");
        boolean first = Drafts.subscription(invoice).isPresent() && invoice.is("billing_reason", "subscription_create");
        return wanted && !first && attempts <= PAUSES.size()
                ? (Long) (shelf.now(invoice) + PAUSES.get((int) attempts - 1).toSeconds())
                : null;
    }
}
