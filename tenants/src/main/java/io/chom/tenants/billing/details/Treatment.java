package io.chom.tenants.billing.details;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What tax a seller charges. It is the seller's own: what is owed all over the world is not worked out here, and a port could
 * ask a tax service for it later.
 *
 * @param kind whether it charges any
 * @param rate per cent, with at most two digits after the point; more than 0 and at most 100 where it charges any, otherwise 0
 * @param reason why it charges none, in its own words; empty for the usual ones, and where it does
 */
public record Treatment(Kind kind, BigDecimal rate, String reason) {

    /** What everybody has who has told nothing else. */
    public static final Treatment NONE = new Treatment(Kind.NOT_REGISTERED, BigDecimal.ZERO, "");

    public Treatment {
        reason = reason.strip();
    }

    /** Whether a seller charges tax. */
    public enum Kind {
        /** It charges none, such as a small business. */
        NOT_REGISTERED,
        /** It charges its rate where that is owed. */
        STANDARD;

        /** On the wire and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
