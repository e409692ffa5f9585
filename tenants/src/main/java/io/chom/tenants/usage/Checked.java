package io.chom.tenants.usage;

/** The outcome of looking at one event that was sent. */
sealed interface Checked {

    /** It can be taken. */
    record Valid(UsageEvent event) implements Checked {}

    /** It cannot, and why. */
    record Wrong(Receipt.Rejected reason) implements Checked {}
}
