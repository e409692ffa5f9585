package io.chom.tenants.days;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When all look for what is due: once in each quarter of a day, and within minutes of an instant at which something becomes due
 * somewhere, so that clocks that are wrong lie on both sides of it. What is due by nine is so found before the day is over.
 */
record Timetable(Instant start, int days, Random random) {

    static final List<ZoneId> ZONES = Stream.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland")
            .map(ZoneId::of)
            .toList();

    /** A day and a period begin, a period is billed, a week is summed up, a step of dunning is taken. */
    private static final List<Integer> HOURS = List.of(0, 1, 8, 9);

    private static final Duration QUARTER = Duration.ofHours(6);

    /** Time for what the first look leaves behind. */
    private static final Duration BETWEEN = Duration.ofMinutes(40);

    /** What goes wrong. */
    enum Trouble {
        NONE,
        /** One is stopped for a while and goes on. */
        PAUSE,
        /** One dies. */
        DEATH,
        /** The clock of one stands still. */
        STILL
    }

    /**
     * A look.
     *
     * @param whom of the nodes it happens to
     * @param place where in its work
     * @param wrong by how much the clock of each node is wrong
     */
    record Step(Instant at, Trouble trouble, int whom, int place, List<Duration> wrong) {}

    Instant end() {
        return start.plus(Duration.ofDays(days));
    }

    List<Step> steps(int nodes) {
        var steps = new ArrayList<Step>();
        steps.add(right(start, nodes));
        for (Instant from = start; from.isBefore(end()); from = from.plus(QUARTER)) {
            Instant wanted = near(from).plus(minutes(9));
            Instant earliest = steps.getLast().at().plus(BETWEEN);
            Instant at = wanted.isBefore(earliest) ? earliest : wanted;
            if (at.isBefore(end().minus(BETWEEN))) {
                steps.add(wrong(at, nodes));
            }
        }
        steps.add(right(end(), nodes));
        return steps;
    }

    private static Step right(Instant at, int nodes) {
        return new Step(
                at,
                Trouble.NONE,
                0,
                0,
                IntStream.range(0, nodes).mapToObj(n -> Duration.ZERO).toList());
    }

    private Step wrong(Instant at, int nodes) {
        int lot = random.nextInt(20);
        var trouble = lot < 8 ? Trouble.PAUSE : lot < 12 ? Trouble.DEATH : lot < 14 ? Trouble.STILL : Trouble.NONE;
        var wrong = IntStream.range(0, nodes)
                .mapToObj(n -> random.nextInt(4) == 0 ? minutes(10) : Duration.ofMillis(random.nextInt(2_000)))
                .toList();
        return new Step(at, trouble, random.nextInt(nodes), 1 + random.nextInt(60), wrong);
    }

    private Duration minutes(int most) {
        return Duration.ofSeconds(random.nextInt(-60 * most, 60 * most + 1));
    }

    private Instant near(Instant from) {
        var instants = ZONES.stream()
                .flatMap(zone -> HOURS.stream()
                        .flatMap(hour -> days(from)
                                .map(day -> day.atTime(hour, 0).atZone(zone).toInstant())))
                .filter(one -> !one.isBefore(from) && one.isBefore(from.plus(QUARTER)))
                .toList();
        return instants.isEmpty() ? from.plus(QUARTER.dividedBy(2)) : instants.get(random.nextInt(instants.size()));
    }

    private static Stream<LocalDate> days(Instant around) {
        LocalDate day = LocalDate.ofInstant(around, ZoneOffset.UTC);
        return Stream.of(day.minusDays(1), day, day.plusDays(1));
    }
}
