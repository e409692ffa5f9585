package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something was used. Valid in itself; whether its time is acceptable depends on when it arrives.
 *
 * @param id the sender's own
 * @param meter what was used
 * @param quantity how much
 * @param time when, to the microsecond
 * @param subject what it was used by, such as a site: 1–200 printable characters, or null
 * @param attributes at most 20 pairs; keys of 1–200, values of 0–200 printable characters
 * @param corrects the event whose quantity this one's replaces, or null
 */
record UsageEvent(
        UsageEventId id,
        MeterId meter,
        Quantity quantity,
        Instant time,
        @Nullable String subject,
        Map<String, String> attributes,
        @Nullable UsageEventId corrects) {

    /** One that corrects none. */
    UsageEvent(
            UsageEventId id,
            MeterId meter,
            Quantity quantity,
            Instant time,
            @Nullable String subject,
            Map<String, String> attributes) {
        this(id, meter, quantity, time, subject, attributes, null);
    }

    UsageEvent {
        if (subject != null && !isSubject(subject)) {
            throw new IllegalArgumentException("A subject has 1 to 200 printable characters.");
        }
        if (!areAttributes(attributes)) {
            throw new IllegalArgumentException("Attributes are at most 20 pairs of printable texts up to 200.");
        }
        // The database keeps microseconds: the time that is compared must be the one that is stored.
        time = time.truncatedTo(ChronoUnit.MICROS);
        attributes = Map.copyOf(attributes);
    }

    static boolean isSubject(String subject) {
        return !subject.isBlank() && Texts.isPrintable(subject, 200);
    }

    static boolean areAttributes(Map<String, String> attributes) {
        return attributes.size() <= 20
                && attributes.entrySet().stream()
                        .allMatch(pair -> !pair.getKey().isBlank()
                                && Texts.isPrintable(pair.getKey(), 200)
                                && Texts.isPrintable(pair.getValue(), 200));
    }
}
