package io.chom.tenants.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a mail is about, as it waits in the queue: without a word of ours, so that brand and language are those of the
 * moment of sending.
 *
 * @param kind which words
 * @param values what fills their gaps
 * @param facts what stands in the table
 * @param place where the button leads, if there is one
 */
record Contents(
        String kind,
        List<MailValue> values,
        List<MailValue> facts,
        @Nullable String place) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Contents of(Mail mail) {
        return new Contents(mail.kind(), mail.values(), mail.facts(), mail.place());
    }

    static Contents read(String kind, byte[] json) {
        JsonNode document = JSON.readTree(json);
        return new Contents(
                kind,
                values(document.path("values")),
                values(document.path("facts")),
                document.path("place").isString() ? document.path("place").asString() : null);
    }

    byte[] json() {
        ObjectNode document = JSON.createObjectNode();
        document.set("values", array(values));
        document.set("facts", array(facts));
        document.put("place", place);
        return JSON.writeValueAsBytes(document);
    }

    private static ArrayNode array(List<MailValue> values) {
        ArrayNode array = JSON.createArrayNode();
        values.forEach(value -> array.add(node(value)));
        return array;
    }

    private static JsonNode node(MailValue value) {
        return switch (value) {
            case MailValue.Text(String text) -> JSON.getNodeFactory().stringNode(text);
            case MailValue.Worded(var texts) -> {
                ObjectNode words = JSON.createObjectNode();
                texts.forEach((language, text) -> words.put(language.getLanguage(), text));
                yield JSON.createObjectNode().set("words", words);
            }
            case MailValue.At(Instant instant) -> JSON.createObjectNode().put("at", instant.toString());
            case MailValue.Several(List<String> texts) -> {
                ArrayNode array = JSON.createArrayNode();
                texts.forEach(array::add);
                yield array;
            }
        };
    }

    private static List<MailValue> values(JsonNode array) {
        return array.valueStream().map(Contents::value).toList();
    }

    private static MailValue value(JsonNode node) {
        if (node.isArray()) {
            return MailValue.of(node.valueStream().map(JsonNode::asString).toList());
        }
        if (node.has("words")) {
            return new MailValue.Worded(node.required("words")
                    .propertyStream()
                    .collect(Collectors.toUnmodifiableMap(
                            word -> Locale.of(word.getKey()),
                            word -> word.getValue().asString())));
        }
        return node.isObject()
                ? MailValue.of(Instant.parse(node.required("at").asString()))
                : MailValue.of(node.asString());
    }
}
