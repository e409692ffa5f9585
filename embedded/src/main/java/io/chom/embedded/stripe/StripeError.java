package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in Stripe's words and shape.
 *
 * @param status an HTTP status
 * @param type Stripe's class of errors
 * @param code for programs, if there is one
 * @param param the parameter that is wrong, if it is one
 * @param message for the developer
 * @param more further fields, such as the payment that failed
 */
record StripeError(
        int status,
        String type,
        @Nullable String code,
        @Nullable String param,
        String message,
        Json more) {

    private static final String REQUEST = "invalid_request_error";

    static StripeError noKey() {
        return request(401, "You did not provide an API key. Send one in the Authorization header as a bearer token.");
    }

    static StripeError wrongKey(String key) {
        String shown = key.length() <= 12 ? "" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
        return request(401, "Invalid API Key provided: " + shown);
    }

    static StripeError unknown(String method, String path) {
        return request(404, "Unrecognized request URL (%s: %s).".formatted(method, path));
    }

    static StripeError noSuch(String kind, String id, String param) {
        return new StripeError(
                404, REQUEST, "resource_missing", param, "No such %s: '%s'".formatted(kind, id), new Json());
    }

    static StripeError noAccess(String account) {
        return new StripeError(
                403,
                REQUEST,
                "account_invalid",
                null,
                "The provided key does not have access to account '%s' (or that account does not exist)."
                        .formatted(account),
                new Json());
    }

    static StripeError unknownParameter(String param) {
        return invalid("parameter_unknown", param, "Received unknown parameter: " + param);
    }

    static StripeError missing(String param) {
        return invalid("parameter_missing", param, "Missing required param: %s.".formatted(param));
    }

    /** A parameter that makes no sense. */
    static StripeError invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, REQUEST, code, param, message, new Json());
    }

    /** What the state of an object does not allow. */
    static StripeError state(String code, String message) {
        return invalid(code, null, message);
    }

    /** The card did not pay. */
    static StripeError card(String code, String decline, String message) {
        return new StripeError(402, "card_error", code, null, message, Json.of("decline_code", decline));
    }

    static StripeError idempotency(String key) {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with. "
                        + "Try using a key other than '%s' if you meant to execute a different request.".formatted(key),
                new Json());
    }

    static StripeError keyInUse(String key) {
        return new StripeError(
                409,
                REQUEST,
                "idempotency_key_in_use",
                null,
                "There is currently another in-progress request using this Stripe-Idempotent Key: " + key,
                new Json());
    }

    static StripeError tooMany() {
        return new StripeError(
                429, REQUEST, "rate_limit", null, "Too many requests. Please wait before trying again.", new Json());
    }

    static StripeError down() {
        return new StripeError(503, "api_error", null, null, "The service is unavailable.", new Json());
    }

    /** The sandbox itself is wrong. */
    static StripeError broken(RuntimeException e) {
        return new StripeError(500, "api_error", null, null, "The sandbox failed: " + e, new Json());
    }

    private static StripeError request(int status, String message) {
        return new StripeError(status, REQUEST, null, null, message, new Json());
    }

    /** Ends the handling of a request with this error. */
    Refused refused() {
        return new Refused(this);
    }

    /** The error as an object may remember it. */
    Json json() {
        Json error = Json.of("type", type).set("message", message);
        if (code != null) {
            error.set("code", code);
        }
        if (param != null) {
            error.set("param", param);
        }
        return error.merge(more);
    }

    Answer answer() {
        return Answer.json(status, Json.of("error", json()).plain());
    }

    /** Carries the error to where requests are answered. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient StripeError error;

        private Refused(StripeError error) {
            super(error.message());
            this.error = error;
        }

        StripeError error() {
            return error;
        }
    }
}
