package io.chom.tenants.developer.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's calls on the running day of its plan, or of UTC without one; at most a few seconds old.
 *
 * @param plan name of the API plan in its catalogue, or null without one
 * @param limit calls that the day has, or null when they are not limited
 * @param used how many were let through
 * @param resetAt when the day ends
 */
public record CallsToday(@Nullable String plan, @Nullable Long limit, long used, Instant resetAt) {

    /** How many are left, zero or more, or null when they are not limited. */
    public @Nullable Long remaining() {
        return limit == null ? null : Math.max(0, limit - used);
    }
}
