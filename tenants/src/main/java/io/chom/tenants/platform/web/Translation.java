package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Finds the answer to whatever went wrong. What nobody foresaw says nothing of itself to the outside. */
final class Translation {

    private static final int DEEPEST_CAUSE = 10;

    private Translation() {}

    static Outcome of(Throwable thrown) {
        return switch (thrown) {
            case Refused refused -> Outcome.to(refused.failure());
            case UnsupportedMediaTypeStatusException ignored ->
                invalid(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Send application/json.");
            case NotAcceptableStatusException ignored ->
                invalid(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "The answer is application/json. Accept that.");
            case MethodNotAllowedException wrong ->
                invalid(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        wrong.getHttpMethod() + " is not possible here.");
            case ServerWebInputException input -> ofInput(input);
            case ResponseStatusException other -> ofStatus(other);
            case Throwable other when isOutage(other) -> Outcome.to(outage());
            case Throwable ignored -> fault();
        };
    }

    private static Outcome ofInput(ServerWebInputException input) {
        Throwable cause = causeOf(input, Refused.class, DataBufferLimitException.class);
        return switch (cause) {
            case Refused refused -> Outcome.to(refused.failure());
            case DataBufferLimitException ignored ->
                Outcome.to(new Failure.TooLarge("body-too-large", "The body is too large. Send it in parts."));
            case null, default -> Outcome.to(InputFailure.of(input));
        };
    }

    private static Outcome ofStatus(ResponseStatusException other) {
        HttpStatus status = HttpStatus.resolve(other.getStatusCode().value());
        if (status == HttpStatus.NOT_FOUND) {
            return Outcome.to(new Failure.NotFound("not-found", "There is nothing at this path."));
        }
        return status != null && status.is4xxClientError()
                ? invalid(status, "bad-request", "The request cannot be understood.")
                : fault();
    }

    private static boolean isOutage(Throwable thrown) {
        return causeOf(
                        thrown,
                        R2dbcTransientException.class,
                        R2dbcNonTransientResourceException.class,
                        TransientDataAccessException.class,
                        NonTransientDataAccessResourceException.class,
                        TransactionException.class,
                        TimeoutException.class)
                != null;
    }

    private static Failure outage() {
        return new Failure.Unavailable("unavailable", "A part of the service does not answer. Try again in a moment.");
    }

    private static Outcome invalid(HttpStatus status, String code, String detail) {
        return new Outcome(status, Failure.Invalid.of(code, detail), true);
    }

    private static Outcome fault() {
        return new Outcome(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Failure.Invalid.of("internal", "Something went wrong on our side. Support finds it by the request id."),
                false);
    }

    @SafeVarargs
    static @Nullable Throwable causeOf(@Nullable Throwable thrown, Class<? extends Throwable>... types) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            for (var type : types) {
                if (type.isInstance(cause)) {
                    return cause;
                }
            }
            cause = cause.getCause();
        }
        return null;
    }
}
