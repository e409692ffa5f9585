package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import org.springframework.http.HttpStatus;

/**
 * How a failure is answered.
 *
 * @param status the HTTP status
 * @param failure code and sentence
 * @param expected false for a fault of ours, which is logged with its trace
 */
record Outcome(HttpStatus status, Failure failure, boolean expected) {

    /** The answer to an expected refusal. */
    static Outcome to(Failure failure) {
        return new Outcome(statusOf(failure), failure, true);
    }

    private static HttpStatus statusOf(Failure failure) {
        return switch (failure) {
            case Failure.Invalid ignored -> HttpStatus.BAD_REQUEST;
            case Failure.Unauthenticated ignored -> HttpStatus.UNAUTHORIZED;
            case Failure.Forbidden ignored -> HttpStatus.FORBIDDEN;
            case Failure.NotFound ignored -> HttpStatus.NOT_FOUND;
            case Failure.Conflict ignored -> HttpStatus.CONFLICT;
            case Failure.TooLarge ignored -> HttpStatus.CONTENT_TOO_LARGE;
            case Failure.LimitReached ignored -> HttpStatus.TOO_MANY_REQUESTS;
            case Failure.Unavailable ignored -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
