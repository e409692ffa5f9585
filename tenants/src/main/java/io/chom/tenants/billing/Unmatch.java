package io.chom.tenants.billing;

import org.jspecify.annotations.Nullable;

/**
 * Why nobody is billed for something that was used.
 *
 * @param code stable: {@code usage.no-subscription}, {@code usage.not-in-plan} or {@code usage.filtered}
 * @param plan name of the plan that does not have the meter; null where none ran, or it does not matter
 * @param detail the same as one sentence that says what to do
 */
public record Unmatch(String code, @Nullable String plan, String detail) {

    /** No subscription ran at that time. */
    static final Unmatch NO_SUBSCRIPTION = new Unmatch(
            "usage.no-subscription",
            null,
            "No subscription ran at that time, so that nobody is billed for it; choose a plan.");

    /** One ran, but its plan does not have the meter. */
    static Unmatch notIn(String plan) {
        return new Unmatch(
                "usage.not-in-plan",
                plan,
                "The plan of that time, " + plan + ", does not have this meter, so that nobody is billed for it;"
                        + " check the meter’s name, or change to a plan that has it.");
    }

    /**
     * Its meter does not count events such as this.
     *
     * @param reason one sentence that says which it counts
     */
    static Unmatch filtered(String reason) {
        return new Unmatch("usage.filtered", null, reason + " It is in no total, and nobody is billed for it.");
    }
}
