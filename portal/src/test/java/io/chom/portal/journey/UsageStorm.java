package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.journey.UsageBooks.Event;
import io.chom.portal.journey.UsageBooks.Sender;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Usage of many customers and six meters, sent by several clients at once in calls of 140 events: 100 of the last hour, 10 of
 * the last thirty days, 30 that were sent before. Every event follows from its number, so what all of them come to is
 * reckoned here once more from the numbers, whatever was sent and answered how often.
 */
final class UsageStorm {

    private static final List<String> METERS =
            List.of("bandwidth_gb", "storage_gb", "sites", "api_calls", "conversations", "quotes");
    private static final int IN_TIME = 100;
    private static final int FRESH = 110;
    private static final int AGAIN = 30;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String name;
    private final int port;
    private final List<Sender> senders;
    private final int batches;
    private final long seed;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int allowed;

    /**
     * @param name begins the id of every event
     * @param batches how many calls there would be if each was answered at once; shared out to the senders in turn
     */
    UsageStorm(String name, int port, List<Sender> senders, int batches, long seed) {
        this.name = name + "-storm-";
        this.port = port;
        this.senders = List.copyOf(senders);
        this.batches = batches;
        this.seed = seed;
    }

    /** Work of one client: takes batch after batch that is allowed until there is none, and sends each until it is answered. */
    Void sendAll() throws InterruptedException {
        for (int batch = begun.getAndIncrement(); batch < batches; batch = begun.getAndIncrement()) {
            while (batch >= allowed) {
                UsageTraffic.pause(Duration.ofMillis(10));
            }
            List<Event> events = events(batch);
            while (!isAnswered(events)) {
                UsageTraffic.pause(Duration.ofMillis(100));
            }
            answered.incrementAndGet();
        }
        return null;
    }

    /** The program hears of a new host a moment after it is written. */
    void awaitHost() {
        Awaitility.await("the host to be known")
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        !UsageTraffic.overview(port, senders.getFirst()).body().contains("unknown-host"));
    }

    /**
     * Lets so many batches be sent in all. Otherwise the storm would be over while one end of the program or the broker takes
     * its time, and the later ones would be in a calm.
     */
    void allow(int batches) {
        allowed = batches;
    }

    /** @param client fails as soon as one of those that send does */
    void awaitAnswered(int batches, Runnable client) {
        Awaitility.await(batches + " batches to be answered")
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(10))
                .until(() -> {
                    client.run();
                    return answered.get() >= batches;
                });
    }

    private boolean isAnswered(List<Event> events) {
        calls.incrementAndGet();
        try {
            var head = UsageTraffic.head(port, events.getFirst().sender());
            var answer = RawHttp.post(port, UsageTraffic.body(events), head);
            if (answer.status() == 202) {
                UsageBooks.check(events, answer.body());
                return true;
            }
            if (answer.status() != 503 && answer.status() != 429) {
                throw new IllegalStateException("refused: " + answer);
            }
            return false;
        } catch (UncheckedIOException | AssertionError cut) {
            return false;
        }
    }

    /** What is sent again is of the same customer's batch before, which may be under way; of its first, of the same one. */
    private List<Event> events(int batch) {
        int before = Math.max(batch % senders.size(), batch - senders.size());
        var random = new Random(seed + batch);
        List<Event> events = new ArrayList<>(fresh(batch));
        List<Event> earlier = new ArrayList<>(fresh(before));
        Collections.shuffle(earlier, random);
        events.addAll(earlier.subList(0, AGAIN));
        Collections.shuffle(events, random);
        return events;
    }

    private List<Event> fresh(int batch) {
        return IntStream.range(0, FRESH).mapToObj(i -> event(batch, i)).toList();
    }

    private Event event(int batch, int index) {
        long number = (long) batch * FRESH + index;
        var random = new SplittableRandom(seed ^ number);
        String meter = METERS.get(random.nextInt(METERS.size()));
        var quantity = BigDecimal.valueOf(random.nextInt(1, 5_000), meter.endsWith("_gb") ? 2 : 0);
        int back = index < IN_TIME ? random.nextInt(3_600) : random.nextInt(3_600, 30 * 24 * 3_600);
        return new Event(
                name + number,
                senders.get(batch % senders.size()),
                meter,
                quantity,
                now.minusSeconds(back).toString());
    }

    /** Every event is stored once, and each hour and day of each customer and meter comes to what was sent. */
    void agree(Database database) throws SQLException {
        long events = (long) batches * FRESH;
        Awaitility.await("all events to be counted")
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> assertThat(database.amounts("select 'all', coalesce(sum(r.events), 0)" + from("hourly")))
                                .containsEntry("all", BigDecimal.valueOf(events).stripTrailingZeros()));
        assertThat(database.count("usage.event where id like '" + name + "%'")).isEqualTo(events);
        agree(
                database,
                "hourly",
                "to_char(bucket at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24')",
                "2026-11-21T08".length());
        agree(database, "daily", "bucket", "2026-11-21".length());
    }

    /** @param length how much of an event's time names its bucket */
    private void agree(Database database, String rollup, String bucket, int length) throws SQLException {
        Map<String, BigDecimal> totals = new TreeMap<>();
        Map<String, BigDecimal> counts = new TreeMap<>();
        IntStream.range(0, batches).mapToObj(this::fresh).flatMap(List::stream).forEach(event -> {
            String key = event.sender().tenant() + " " + event.meter() + " "
                    + event.time().substring(0, length);
            totals.merge(key, event.quantity(), BigDecimal::add);
            counts.merge(key, BigDecimal.ONE, BigDecimal::add);
        });
        String of = "select t.slug || ' ' || r.meter || ' ' || " + bucket + ", r.";
        assertThat(database.amounts(of + "total" + from(rollup)).equals(stripped(totals)))
                .as(rollup + " totals")
                .isTrue();
        assertThat(database.amounts(of + "events" + from(rollup)).equals(stripped(counts)))
                .as(rollup + " counts")
                .isTrue();
    }

    private static Map<String, BigDecimal> stripped(Map<String, BigDecimal> amounts) {
        amounts.replaceAll((key, amount) -> amount.stripTrailingZeros());
        return amounts;
    }

    private String from(String rollup) {
        return " from usage." + rollup + " r join tenancy.tenant t using (tenant_id) where t.slug like '"
                + senders.getFirst().brand() + "-%'";
    }

    @Override
    public String toString() {
        return "%d events of %d customers, %d of them late, %d sent again on purpose, %d calls where %d would have done"
                .formatted(
                        batches * FRESH,
                        senders.size(),
                        batches * (FRESH - IN_TIME),
                        batches * AGAIN,
                        calls.get(),
                        batches);
    }
}
