package io.chom.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server says.
 *
 * @param status an HTTP status
 * @param headers without length
 * @param body may be empty
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** No answer at all: the connection is closed. */
    public static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

    private static final JsonMapper JSON = new JsonMapper();

    /** A page that may load our style sheet, show frames and pictures of this server, and nothing else. */
    public static Answer html(int status, String page) {
        return text(status, "text/html", page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    /**
     * A page with a form. A browser refuses to follow a form to where the policy does not allow it, redirects included,
     * so any address is allowed as a target.
     */
    public static Answer form(int status, String page) {
        Answer answer = html(status, page);
        String policy = answer.headers().getOrDefault("Content-Security-Policy", "");
        return answer.with(
                "Content-Security-Policy", policy.replace("form-action 'none'", "form-action 'self' http: https:"));
    }

    /** Sends a browser on. */
    public static Answer redirect(String address) {
        return text(303, "text/plain", "").with("Location", address);
    }

    /** A value as JSON. */
    public static Answer json(int status, Object value) {
        return new Answer(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(value));
    }

    /** Text of any type, in UTF-8. */
    public static Answer text(int status, String type, String text) {
        return new Answer(
                status, Map.of("Content-Type", type + "; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The style sheet of our pages. */
    public static Answer style() {
        try (InputStream in = Answer.class.getResourceAsStream("style.css")) {
            byte[] css = Objects.requireNonNull(in, "style.css").readAllBytes();
            return new Answer(200, Map.of("Content-Type", "text/css; charset=utf-8"), css);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
