package io.chom.tenants.platform;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link DomainEvent} on the wire: the payload of a record of topic {@link #TOPIC}.
 *
 * @param id the same however often the event is delivered
 * @param type {@link DomainEvent#type()}
 * @param at when it was recorded
 * @param data the event itself
 */
public record EventEnvelope(EventId id, String type, Instant at, JsonNode data) {

    /** The topic that the outbox is shipped to. */
    public static final String TOPIC = "chom.events";

    /**
     * Reads the envelope of a record.
     *
     * @throws tools.jackson.core.JacksonException if the payload is none
     */
    public static EventEnvelope read(StreamRecord record, JsonMapper json) {
        JsonNode tree = json.readTree(record.payload());
        return new EventEnvelope(
                new EventId(Uuids.parse(tree.required("id").asString())),
                tree.required("type").asString(),
                Instant.parse(tree.required("at").asString()),
                tree.required("data"));
    }
}
