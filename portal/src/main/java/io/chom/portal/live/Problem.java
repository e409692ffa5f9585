package io.chom.portal.live;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a screen has nothing new to show, fit for people.
 *
 * @param kind what can be done about it
 * @param refusal what was said no to and why; empty for an outage, whose words are nobody's business
 * @param reference what support asks for; stands in the log beside the cause
 */
public record Problem(Kind kind, Optional<Failure> refusal, String reference) {

    /** What can be done about it. */
    public enum Kind {
        /** A right is missing. */
        FORBIDDEN,
        /** The request was answered: no. */
        REFUSED,
        /** A part does not answer; try again. */
        OUTAGE
    }

    /** What is shown may be behind, because changes are not heard of. */
    static Problem notHeard() {
        return outage(next());
    }

    static Problem of(Throwable error) {
        var reference = next();
        return error instanceof Refused refused ? of(refused.failure(), reference) : outage(reference);
    }

    private static Problem of(Failure failure, String reference) {
        return switch (failure) {
            case Failure.Unavailable ignored -> outage(reference);
            case Failure.Forbidden it -> new Problem(Kind.FORBIDDEN, Optional.of(it), reference);
            case Failure.Unauthenticated it -> new Problem(Kind.FORBIDDEN, Optional.of(it), reference);
            default -> new Problem(Kind.REFUSED, Optional.of(failure), reference);
        };
    }

    private static Problem outage(String reference) {
        return new Problem(Kind.OUTAGE, Optional.empty(), reference);
    }

    private static String next() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
