package io.chom.tenants.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An expected refusal. It becomes an RFC 9457 problem document in one place and a sentence on the screen in another.
 */
public sealed interface Failure {

    /** Stable code for programs, such as {@code usage.unknown-meter}. */
    String code();

    /** One sentence for people that says what to do. */
    String detail();

    /** Something in the request is wrong. */
    record Invalid(String code, String detail, List<Violation> violations) implements Failure {

        public Invalid {
            violations = List.copyOf(violations);
        }

        /** A refusal without a list of places. */
        public static Invalid of(String code, String detail) {
            return new Invalid(code, detail, List.of());
        }
    }

    /** One wrong place: a JSON pointer or parameter name, and what would be right. */
    record Violation(String at, String code, String detail) {}

    /** Nobody, or nobody we know: log in or send a key. */
    record Unauthenticated(String code, String detail) implements Failure {}

    /** Known, but without the right. */
    record Forbidden(String code, String detail) implements Failure {}

    /** Not there, or not to be seen by the one who asks: the two look the same. */
    record NotFound(String code, String detail) implements Failure {

        /** The one answer for a thing that is missing or somebody else's. */
        public static NotFound of(String thing) {
            return new NotFound("not-found", "There is no such " + thing + ".");
        }
    }

    /** In conflict with what is there. */
    record Conflict(String code, String detail) implements Failure {}

    /** Larger than what is taken. */
    record TooLarge(String code, String detail) implements Failure {}

    /** Over a limit until an instant. */
    record LimitReached(String code, String detail, long limit, Instant resetAt) implements Failure {}

    /**
     * A part that this needs does not answer; try again.
     *
     * @param until when it is worth trying again, if that is known
     */
    record Unavailable(String code, String detail, Optional<Instant> until) implements Failure {

        /** It may be over at any moment. */
        public Unavailable(String code, String detail) {
            this(code, detail, Optional.empty());
        }

        /** It is over at this instant. */
        public static Unavailable until(String code, String detail, Instant end) {
            return new Unavailable(code, detail, Optional.of(end));
        }
    }
}
