package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Answer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps secrets out of the answers that are kept for a repetition: they are shown once, and stored nowhere. */
@Component
public class ShownOnce {

    private static final String FIELD = ShownOnce.class.getName();

    private final JsonMapper json;

    ShownOnce(@Qualifier("apiJson") JsonMapper json) {
        this.json = json;
    }

    /** Says that the answer to this request, a JSON object, has a secret in this field. */
    public static void field(ServerWebExchange exchange, String name) {
        exchange.getAttributes().put(FIELD, name);
    }

    Answer hide(ServerWebExchange exchange, Answer answer) {
        String field = exchange.getAttribute(FIELD);
        if (field == null) {
            return answer;
        }
        ObjectNode tree = (ObjectNode) json.readTree(answer.body());
        tree.remove(field);
        return new Answer(answer.status(), answer.headers(), json.writeValueAsBytes(tree));
    }
}
