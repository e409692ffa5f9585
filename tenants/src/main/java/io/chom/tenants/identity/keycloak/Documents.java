package io.chom.tenants.identity.keycloak;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Wishes and facts as JSON: a wish says some of what a fact says, and lists are sets. */
final class Documents {

    static final JsonMapper JSON = JsonMapper.shared();

    /** What Keycloak shows instead of a secret. */
    private static final String HIDDEN = "**********";

    private Documents() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** An object with text values. */
    static ObjectNode texts(Map<String, String> values) {
        ObjectNode object = object();
        values.forEach(object::put);
        return object;
    }

    /** Whether the fact has everything that the wish asks for. */
    static boolean covers(JsonNode fact, JsonNode wish) {
        if (wish.isObject()) {
            return wish.properties().stream().allMatch(field -> covers(fact.path(field.getKey()), field.getValue()));
        }
        if (wish.isArray()) {
            return fact.size() == wish.size()
                    && wish.valueStream().allMatch(one -> fact.valueStream().anyMatch(other -> covers(other, one)));
        }
        return fact.equals(wish) || hidden(fact) || empty(fact) && empty(wish);
    }

    /** The fact with the wish laid over it, objects within it too. */
    static ObjectNode over(JsonNode fact, ObjectNode wish) {
        ObjectNode result = fact.isObject() ? ((ObjectNode) fact).deepCopy() : object();
        wish.properties()
                .forEach(field -> result.set(
                        field.getKey(),
                        field.getValue() instanceof ObjectNode inner
                                ? over(result.path(field.getKey()), inner)
                                : field.getValue()));
        return result;
    }

    private static boolean hidden(JsonNode node) {
        return node.isString() && node.asString().equals(HIDDEN);
    }

    private static boolean empty(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isString() && node.asString().isEmpty();
    }
}
