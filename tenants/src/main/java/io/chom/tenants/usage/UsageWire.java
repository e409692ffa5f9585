package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of an event between processes: names stay as they are, new ones may come.
 *
 * @param quantity plain decimal
 */
record UsageWire(
        String id,
        String meter,
        BigDecimal quantity,
        Instant time,
        @Nullable String subject,
        Map<String, String> attributes) {

    static final String TOPIC = "chom.usage";

    /** Records that nobody can count, kept for people to look at. */
    static final String DEAD = "chom.usage.dead";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static byte[] write(UsageEvent event) {
        return JSON.writeValueAsBytes(new UsageWire(
                event.id().value(),
                event.meter().value(),
                event.quantity().value(),
                event.time(),
                event.subject(),
                event.attributes()));
    }

    /** The event, or empty when the bytes are none. */
    static Optional<UsageEvent> read(byte[] payload) {
        try {
            return Optional.of(JSON.readValue(payload, UsageWire.class).event());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private UsageEvent event() {
        return new UsageEvent(
                new UsageEventId(id), new MeterId(meter), new Quantity(quantity), time, subject, attributes);
    }
}
