package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Meter.Aggregation;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a period's quantity comes out of the events of a meter. It never changes: bills before and after could not both be
 * right.
 *
 * @param aggregation what becomes of the events
 * @param attribute of {@link Aggregation#UNIQUE} the attribute whose distinct values count; null where subjects do
 * @param per of {@link Aggregation#TIME_WEIGHTED} the time that a level of one must last to count as one
 * @param where which events count: those that have, of each attribute here, one of its values; all where it is empty
 */
public record Reckoning(
        Aggregation aggregation, @Nullable String attribute, Per per, SortedMap<String, SortedSet<String>> where) {

    public Reckoning {
        var copy = new TreeMap<String, SortedSet<String>>();
        where.forEach((name, values) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
        where = Collections.unmodifiableSortedMap(copy);
    }

    /** A time over which a level is reckoned; a month is 730 hours, whichever it is, so that parts of months add up. */
    public enum Per {
        HOUR(3_600),
        DAY(86_400),
        MONTH(2_628_000);

        private final int seconds;

        Per(int seconds) {
            this.seconds = seconds;
        }

        /** How long it is. */
        public int seconds() {
            return seconds;
        }
    }

    /** An aggregation that needs no more said. */
    static Reckoning of(Aggregation aggregation) {
        return new Reckoning(aggregation, null, Per.HOUR, Collections.emptySortedMap());
    }

    /** Why an event does not count, as one sentence; empty if it does. */
    public Optional<String> misses(@Nullable String subject, Map<String, String> attributes) {
        return where.entrySet().stream()
                .filter(one -> !one.getValue().contains(attributes.getOrDefault(one.getKey(), "")))
                .findFirst()
                .map(one -> "Its meter counts events whose attribute %s is %s; this one has %s."
                        .formatted(
                                one.getKey(),
                                String.join(" or ", one.getValue()),
                                attributes.getOrDefault(one.getKey(), "none")))
                .or(() -> lacks(subject, attributes));
    }

    private Optional<String> lacks(@Nullable String subject, Map<String, String> attributes) {
        boolean isMissing =
                aggregation == Aggregation.UNIQUE && value(subject, attributes).isEmpty();
        return isMissing
                ? Optional.of("Its meter counts distinct %s; this event has none."
                        .formatted(attribute == null ? "subjects" : "values of the attribute " + attribute))
                : Optional.empty();
    }

    /** What of an event is told apart where distinct values count; empty if the event does not say it. */
    public Optional<String> value(@Nullable String subject, Map<String, String> attributes) {
        return Optional.ofNullable(attribute == null ? subject : attributes.get(attribute))
                .filter(value -> !value.isBlank());
    }

    /** The first entry, by its name in the catalogue, in which another one differs; empty if it reckons alike. */
    Optional<String> differsIn(Reckoning other) {
        return Stream.of(
                        aggregation == other.aggregation ? "" : "aggregation",
                        Objects.equals(attribute, other.attribute) ? "" : "attribute",
                        per == other.per ? "" : "per",
                        where.equals(other.where) ? "" : "where")
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
