package io.chom.portal.live;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.util.UUID;

/**
 * Why a screen has nothing new to show, fit for people.
 *
 * @param kind what can be done about it
 * @param detail a sentence from the one who refused; empty for an outage, whose words are nobody's business
 * @param reference what support asks for; stands in the log beside the cause
 */
public record Problem(Kind kind, String detail, String reference) {

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
        return new Problem(Kind.OUTAGE, "", next());
    }

    private static String next() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static Problem of(Throwable error) {
        var reference = next();
        return error instanceof Refused refused
                ? of(refused.failure(), reference)
                : new Problem(Kind.OUTAGE, "", reference);
    }

    private static Problem of(Failure failure, String reference) {
        return switch (failure) {
            case Failure.Forbidden it -> new Problem(Kind.FORBIDDEN, it.detail(), reference);
            case Failure.Unauthenticated it -> new Problem(Kind.FORBIDDEN, it.detail(), reference);
            case Failure.Unavailable ignored -> new Problem(Kind.OUTAGE, "", reference);
            case Failure.Invalid it -> new Problem(Kind.REFUSED, it.detail(), reference);
            case Failure.NotFound it -> new Problem(Kind.REFUSED, it.detail(), reference);
            case Failure.Conflict it -> new Problem(Kind.REFUSED, it.detail(), reference);
            case Failure.TooLarge it -> new Problem(Kind.REFUSED, it.detail(), reference);
            case Failure.LimitReached it -> new Problem(Kind.REFUSED, it.detail(), reference);
        };
    }
}
