package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as somebody sent it, before anything is checked; what is missing is null.
 *
 * @param id see {@link UsageEventId}
 * @param meter see {@link MeterId}
 * @param quantity see {@link Quantity}
 * @param time when it was used
 * @param subject what it was used by, such as a site; may be missing
 * @param attributes whatever the sender wants to keep with it
 * @param corrects id of the event whose quantity this one's replaces; mostly missing
 * @param unreadable what the reader could not make sense of, such as a text where a number belongs
 */
public record UsageEventInput(
        @Nullable String id,
        @Nullable String meter,
        @Nullable BigDecimal quantity,
        @Nullable Instant time,
        @Nullable String subject,
        Map<String, String> attributes,
        @Nullable String corrects,
        List<Violation> unreadable) {

    /** One that corrects none. */
    public UsageEventInput(
            @Nullable String id,
            @Nullable String meter,
            @Nullable BigDecimal quantity,
            @Nullable Instant time,
            @Nullable String subject,
            Map<String, String> attributes,
            List<Violation> unreadable) {
        this(id, meter, quantity, time, subject, attributes, null, unreadable);
    }

    public UsageEventInput {
        attributes = Map.copyOf(attributes);
        unreadable = List.copyOf(unreadable);
    }

    /** An event that a program makes; without attributes. */
    public static UsageEventInput of(
            String id, MeterId meter, BigDecimal quantity, Instant time, @Nullable String subject) {
        return new UsageEventInput(id, meter.value(), quantity, time, subject, Map.of(), List.of());
    }
}
