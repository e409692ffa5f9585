package io.chom.tenants.usage;

import io.chom.tenants.catalog.Meter;
import java.util.Locale;

/**
 * How an event counts. It is stored with the event, so that rollups are made anew without any catalogue.
 *
 * @param kind in which rollups
 * @param value what a meter of distinct values has in it; empty for others
 */
record Measure(Kind kind, String value) {

    /** By the names that the database knows. */
    enum Kind {
        /** In none. */
        NONE,
        /** In the sums of hours and days, as every event that counts. */
        SUM,
        /** And with its value among those that were seen. */
        UNIQUE,
        /** And as the level of its subject from its time on. */
        LEVEL,
        /** In none by itself: its quantity stands in place of that of another. */
        CORRECTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of an event of a meter that no catalogue knows any more. */
    static final Measure UNKNOWN = new Measure(Kind.SUM, "");

    /** Of an event that its meter does not count. */
    private static final Measure NONE = new Measure(Kind.NONE, "");

    static final Measure CORRECTION = new Measure(Kind.CORRECTION, "");

    static Measure of(Meter meter, UsageEvent event) {
        return meter.reckoning().misses(event.subject(), event.attributes()).isPresent() ? NONE : counted(meter, event);
    }

    private static Measure counted(Meter meter, UsageEvent event) {
        return switch (meter.aggregation()) {
            case SUM, MAX, COUNT -> new Measure(Kind.SUM, "");
            case LATEST, TIME_WEIGHTED -> new Measure(Kind.LEVEL, "");
            case UNIQUE ->
                new Measure(
                        Kind.UNIQUE,
                        meter.reckoning()
                                .value(event.subject(), event.attributes())
                                .orElseThrow());
        };
    }
}
