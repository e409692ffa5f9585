package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import java.util.Map;

/**
 * A refusal in Stripe's words and shape.
 *
 * @param status an HTTP status
 * @param message for the developer
 */
record StripeError(int status, String message) {

    private static final String TYPE = "invalid_request_error";

    static StripeError noKey() {
        return new StripeError(
                401, "You did not provide an API key. Send one in the Authorization header as a bearer token.");
    }

    static StripeError wrongKey(String key) {
        String shown = key.length() <= 12 ? "" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
        return new StripeError(401, "Invalid API Key provided: " + shown);
    }

    static StripeError unknown(String method, String path) {
        return new StripeError(404, "Unrecognized request URL (%s: %s).".formatted(method, path));
    }

    Answer answer() {
        return Answer.json(status, Map.of("error", Map.of("type", TYPE, "message", message)));
    }
}
