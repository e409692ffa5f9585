package io.chom.tenants.billing;

import io.chom.tenants.usage.CountedEvent;
import io.chom.tenants.usage.RejectedEvent;

/** What became of a usage event that somebody sent. */
public sealed interface EventState {

    /**
     * It was not taken.
     *
     * @param event as it was sent, and why
     */
    record Rejected(RejectedEvent event) implements EventState {}

    /**
     * It is stored, but nobody is billed for it: for its meter, or because its meter does not count such events.
     *
     * @param event as it was counted
     * @param reason why not
     */
    record Unmatched(CountedEvent event, Unmatch reason) implements EventState {}

    /**
     * It is counted; no invoice has a line for its meter and period, because that is not over, or nothing beyond what is
     * included was used.
     *
     * @param event as it was counted
     */
    record Counted(CountedEvent event) implements EventState {}

    /**
     * An invoice has a line for its meter and period.
     *
     * @param event as it was counted
     * @param invoice the first one that was written with it
     * @param line the line, or the first of several
     */
    record Billed(CountedEvent event, Invoice invoice, LineItem line) implements EventState {}
}
