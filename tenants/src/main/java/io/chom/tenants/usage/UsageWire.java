package io.chom.tenants.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chom.tenants.catalog.MeterId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of events between processes: a list, or one alone as it was written before there were lists. Names stay as
 * they are, new ones may come.
 *
 * @param quantity plain decimal
 */
record UsageWire(
        String id,
        String meter,
        BigDecimal quantity,
        Instant time,
        @Nullable String subject,
        Map<String, String> attributes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String corrects) {

    static final String TOPIC = "chom.usage";

    /** Records that nobody can count, kept for people to look at. */
    static final String DEAD = "chom.usage.dead";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Well below what a broker takes as one record. */
    private static final int LARGE = 200_000;

    /** The events in as few payloads as are not too large; in their order. */
    static List<byte[]> write(Collection<UsageEvent> events) {
        List<byte[]> payloads = new ArrayList<>();
        var payload = new ByteArrayOutputStream();
        for (UsageEvent event : events) {
            payload.write(payload.size() == 0 ? '[' : ',');
            payload.writeBytes(write(event));
            if (payload.size() > LARGE) {
                payloads.add(ended(payload));
            }
        }
        if (payload.size() > 0) {
            payloads.add(ended(payload));
        }
        return payloads;
    }

    private static byte[] ended(ByteArrayOutputStream payload) {
        payload.write(']');
        byte[] bytes = payload.toByteArray();
        payload.reset();
        return bytes;
    }

    private static byte[] write(UsageEvent event) {
        return JSON.writeValueAsBytes(new UsageWire(
                event.id().value(),
                event.meter().value(),
                event.quantity().value(),
                event.time(),
                event.subject(),
                event.attributes(),
                event.corrects() == null ? null : event.corrects().value()));
    }

    /** The events, or empty when the bytes are not such. */
    static Optional<List<UsageEvent>> read(byte[] payload) {
        try {
            UsageWire[] events = payload.length > 0 && payload[0] == '['
                    ? JSON.readValue(payload, UsageWire[].class)
                    : new UsageWire[] {JSON.readValue(payload, UsageWire.class)};
            return Optional.of(Arrays.stream(events).map(UsageWire::event).toList());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private UsageEvent event() {
        return new UsageEvent(
                new UsageEventId(id),
                new MeterId(meter),
                new Quantity(quantity),
                time,
                subject,
                attributes,
                corrects == null ? null : new UsageEventId(corrects));
    }
}
