package io.chom.tenants.usage;

import io.chom.tenants.catalog.Meter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What events come to, worked out from all of them each time, without a database. */
record Oracle(List<UsageEvent> events, Instant now) {

    /** By time, and at one moment by id byte by byte. */
    private static final Comparator<UsageEvent> ORDER = Comparator.comparing(UsageEvent::time)
            .thenComparing(event -> event.id().value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    BigDecimal of(Meter meter, Span span) {
        List<UsageEvent> all = events.stream()
                .filter(event -> event.meter().equals(meter.id()))
                .filter(event -> meter.reckoning().where().entrySet().stream()
                        .allMatch(one -> event.attributes().containsKey(one.getKey())
                                && one.getValue().contains(event.attributes().get(one.getKey()))))
                .sorted(ORDER)
                .toList();
        List<UsageEvent> within =
                all.stream().filter(event -> span.covers(event.time())).toList();
        return switch (meter.aggregation()) {
            case SUM -> sum(within.stream().map(event -> event.quantity().value()));
            case MAX ->
                within.stream()
                        .map(event -> event.quantity().value())
                        .max(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO);
            case COUNT -> BigDecimal.valueOf(within.size());
            case UNIQUE -> BigDecimal.valueOf(values(meter, within));
            case LATEST ->
                sum(subjects(within).stream().map(of -> of.getLast().quantity().value()));
            case TIME_WEIGHTED ->
                sum(subjects(all).stream().map(of -> area(of, span)))
                        .divide(
                                BigDecimal.valueOf(meter.reckoning().per().seconds() * 1_000_000L),
                                6,
                                RoundingMode.HALF_UP);
        };
    }

    private static long values(Meter meter, List<UsageEvent> within) {
        String attribute = meter.reckoning().attribute();
        return within.stream()
                .map(event ->
                        attribute == null ? event.subject() : event.attributes().get(attribute))
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .distinct()
                .count();
    }

    /** In quantity times microseconds. */
    private BigDecimal area(List<UsageEvent> ofSubject, Span span) {
        BigDecimal area = BigDecimal.ZERO;
        for (int at = 0; at < ofSubject.size(); at++) {
            Instant until = at + 1 < ofSubject.size() ? ofSubject.get(at + 1).time() : now;
            Instant start = later(ofSubject.get(at).time(), span.from());
            Instant end = earlier(until, earlier(span.until(), now));
            long micros = Math.max(0, Duration.between(start, end).toNanos() / 1_000);
            area = area.add(ofSubject.get(at).quantity().value().multiply(BigDecimal.valueOf(micros)));
        }
        return area;
    }

    private static Collection<List<UsageEvent>> subjects(List<UsageEvent> some) {
        return some.stream()
                .collect(Collectors.groupingBy(event -> event.subject() == null ? "" : event.subject()))
                .values();
    }

    private static BigDecimal sum(Stream<BigDecimal> some) {
        return some.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
