package io.chom.tenants.billing.dunning;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of a ladder.
 *
 * @param kind what is done
 * @param day how many days after the last day to pay, −60 to 365; before it where negative
 */
public record Rung(Kind kind, int day) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z-]{1,20}) (-?\\d{1,3})");

    /** What is done at a step. */
    public enum Kind {
        /** A mail that says what is open. */
        REMINDER,
        /** A mail that says when the use stops. Nobody is suspended without it. */
        FINAL_WARNING,
        /** The use stops; all data stays. */
        SUSPENSION,
        /** From here on the data need not be kept. */
        RETENTION_END;

        /** As it is stored and set: {@code final-warning}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether it is done once and never passed over. */
        boolean binds() {
            return this != REMINDER;
        }
    }

    public Rung {
        if (day < -60 || day > 365) {
            throw new IllegalArgumentException("A step lies 60 days before to 365 days after the last day to pay.");
        }
    }

    /**
     * Reads a step as {@link #toString} writes it, such as {@code final-warning 7}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Rung of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A step is written like: final-warning 7");
        }
        return new Rung(Kind.of(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return kind.word() + " " + day;
    }
}
