package io.chom.tenants.usage.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.UsageEventInput;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads events one by one, so that a mistake in one costs only that one. */
final class UsageEventReader {

    private static final Set<String> FIELDS =
            Set.of("id", "meter", "quantity", "time", "subject", "attributes", "corrects");

    /** Of its own, because it must not round a quantity, guess between two values or overlook what follows the end. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode node;
    private final List<Violation> unreadable = new ArrayList<>();

    private UsageEventReader(JsonNode node) {
        this.node = node;
    }

    /**
     * The events of a body: an array, or an object with nothing but {@code events}.
     *
     * @throws Refused with {@code malformed-json}, or with {@code usage.malformed-batch} for any other shape
     */
    static List<UsageEventInput> batch(byte[] body) {
        JsonNode top = json(body);
        JsonNode events = top.isObject() && top.size() == 1 ? top.path("events") : top;
        if (!events.isArray()) {
            throw new Refused(Failure.Invalid.of(
                    "usage.malformed-batch", "Send an array of events, or an object with the one field events."));
        }
        return events.valueStream()
                .map(event -> new UsageEventReader(event).read())
                .toList();
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Refused(Failure.Invalid.of("malformed-json", "The body is not JSON: " + e.getOriginalMessage()));
        }
    }

    private UsageEventInput read() {
        if (!node.isObject()) {
            complain("", "usage.malformed-event", "An event is an object with id, meter, quantity and time.");
        }
        node.propertyNames().stream().filter(name -> !FIELDS.contains(name)).forEach(this::unknown);
        return new UsageEventInput(
                text("id"),
                text("meter"),
                value("quantity", JsonNode::isNumber, JsonNode::decimalValue, "a number, such as 1.5"),
                time(),
                text("subject"),
                attributes(),
                text("corrects"),
                unreadable);
    }

    private @Nullable String text(String field) {
        return value(field, JsonNode::isString, JsonNode::stringValue, "a text");
    }

    private @Nullable Instant time() {
        String text = value("time", JsonNode::isString, JsonNode::stringValue, "a text");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return malformed("time", "a time with its offset, such as 2026-03-01T12:00:00Z");
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> pairs = new HashMap<>();
        JsonNode found = value("attributes", JsonNode::isObject, Function.identity(), "an object of texts");
        if (found != null) {
            found.properties().forEach(pair -> {
                if (pair.getValue().isString()) {
                    pairs.put(pair.getKey(), pair.getValue().stringValue());
                } else {
                    malformed("attributes", "an object of texts");
                }
            });
        }
        return pairs;
    }

    private <T> @Nullable T value(String field, Predicate<JsonNode> fits, Function<JsonNode, T> read, String wanted) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) {
            return null;
        }
        return fits.test(found) ? read.apply(found) : malformed(field, wanted);
    }

    private <T> @Nullable T malformed(String field, String wanted) {
        complain(field, "usage.malformed-event", "The field " + field + " must be " + wanted + ".");
        return null;
    }

    private void unknown(String field) {
        complain(
                field,
                "usage.unknown-field",
                "An event has the fields id, meter, quantity, time, subject, attributes and corrects, and no others.");
    }

    private void complain(String at, String code, String detail) {
        unreadable.add(new Violation(at, code, detail));
    }
}
