package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored event that another one wants to correct.
 *
 * @param meter of which it is
 * @param counts whether its meter counts it
 * @param event what is replaced in the end: the event itself, or of a correction the event at the beginning of its chain
 * @param eventTime time of that one, in whose period the correction counts
 * @param correctedBy what corrected it already, or null
 */
record Target(
        MeterId meter,
        boolean counts,
        UsageEventId event,
        Instant eventTime,
        @Nullable UsageEventId correctedBy) {

    /** The same, corrected by another one of its batch before; null leaves it as it is. */
    Target correctedBy(@Nullable UsageEventId other) {
        return other == null ? this : new Target(meter, counts, event, eventTime, other);
    }

    /** Whether this very correction was made already. */
    boolean isCorrectedBy(UsageEvent correction) {
        return correction.id().equals(correctedBy);
    }

    /**
     * Why a correction is not taken, or empty. What belongs to others is not found at all, and so looks as if it had never
     * been sent.
     *
     * @param target what it is about, or null where the tenant has no such event
     * @param oldest the earliest event that may be corrected: older ones are on no invoice that is still to come
     */
    static Optional<Receipt.Rejected> refusal(
            int index, UsageEvent correction, @Nullable Target target, Instant oldest) {
        String id = String.valueOf(correction.corrects());
        return reason(correction, id, target, oldest)
                .map(reason -> new Receipt.Rejected(index, correction.id().value(), reason.code(), reason.detail()));
    }

    private record Reason(String code, String detail) {}

    private static Optional<Reason> reason(UsageEvent correction, String id, @Nullable Target target, Instant oldest) {
        if (target == null) {
            return reason(
                    "usage.unknown-event",
                    "There is no event " + id
                            + " to correct. One that was accepted a moment ago can be corrected once it is"
                            + " counted, usually within 5 seconds: send this again then.");
        }
        if (!target.meter.equals(correction.meter())) {
            return reason(
                    "usage.other-meter",
                    "The event " + id + " is of the meter " + target.meter + "; a correction is of the same.");
        }
        if (target.correctedBy != null && !target.isCorrectedBy(correction)) {
            return reason(
                    "usage.already-corrected",
                    "The event " + id + " was corrected by " + target.correctedBy + "; correct that one instead.");
        }
        if (!target.counts) {
            return reason(
                    "usage.not-counted",
                    "The event " + id + " is none that its meter counts, so that there is nothing to correct.");
        }
        return target.eventTime.isBefore(oldest)
                ? reason(
                        "usage.too-old",
                        "The event " + id + " lies too far back; events are corrected from " + oldest + " on.")
                : Optional.empty();
    }

    private static Optional<Reason> reason(String code, String detail) {
        return Optional.of(new Reason(code, detail));
    }
}
