package io.chom.tenants.billing;

import org.jspecify.annotations.Nullable;

/**
 * Why nobody is billed for something that was used.
 *
 * @param code stable: {@code usage.no-subscription} or {@code usage.not-in-plan}
 * @param plan name of the plan that does not have the meter; null where none ran
 */
public record Unmatch(String code, @Nullable String plan) {

    /** No subscription ran at that time. */
    static final Unmatch NO_SUBSCRIPTION = new Unmatch("usage.no-subscription", null);

    /** One ran, but its plan does not have the meter. */
    static Unmatch notIn(String plan) {
        return new Unmatch("usage.not-in-plan", plan);
    }

    /** The same as one sentence that says what to do. */
    public String detail() {
        return plan == null
                ? "No subscription ran at that time, so that nobody is billed for it; choose a plan."
                : "The plan of that time, " + plan + ", does not have this meter, so that nobody is billed for it;"
                        + " check the meter’s name, or change to a plan that has it.";
    }
}
