package io.chom.tenants.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem document of RFC 9457.
 *
 * @param type a relative reference, so that it bears the host of the brand
 * @param title what the status means
 * @param status the HTTP status
 * @param detail one sentence for people
 * @param code stable, for programs
 * @param requestId names this request to support
 * @param violations the wrong places of the request
 * @param limit the limit that is reached
 * @param resetAt when it is free again
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonProperty("request_id") String requestId,
        List<Violation> violations,
        @Nullable Long limit,
        @Nullable @JsonProperty("reset_at") Instant resetAt) {

    static Problem of(Failure failure, HttpStatus status, String requestId) {
        return switch (failure) {
            case Failure.Invalid invalid -> plain(failure, status, requestId, invalid.violations());
            case Failure.LimitReached reached ->
                new Problem(
                        typeOf(failure),
                        status.getReasonPhrase(),
                        status.value(),
                        failure.detail(),
                        failure.code(),
                        requestId,
                        List.of(),
                        reached.limit(),
                        reached.resetAt());
            case Failure.Unauthenticated ignored -> plain(failure, status, requestId, List.of());
            case Failure.Forbidden ignored -> plain(failure, status, requestId, List.of());
            case Failure.NotFound ignored -> plain(failure, status, requestId, List.of());
            case Failure.Conflict ignored -> plain(failure, status, requestId, List.of());
            case Failure.TooLarge ignored -> plain(failure, status, requestId, List.of());
            case Failure.Unavailable ignored -> plain(failure, status, requestId, List.of());
        };
    }

    private static Problem plain(Failure failure, HttpStatus status, String requestId, List<Violation> violations) {
        return new Problem(
                typeOf(failure),
                status.getReasonPhrase(),
                status.value(),
                failure.detail(),
                failure.code(),
                requestId,
                violations,
                null,
                null);
    }

    private static String typeOf(Failure failure) {
        return "/problems/" + failure.code();
    }
}
