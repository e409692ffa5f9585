package io.chom.portal.journey;

import io.chom.portal.journey.UsageBooks.Event;
import io.chom.portal.journey.UsageBooks.Sender;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client that sends usage again and again, three of ten events a second time, and does not give up. */
final class UsageTraffic {

    private static final List<String> METERS = List.of("bandwidth_gb", "storage_gb", "sites");

    private final String name;
    private final int port;
    private final List<Sender> senders;
    private final UsageBooks books;
    private final Random random;
    private final List<Event> earlier = new ArrayList<>();
    private int next;

    /** @param name begins the id of every event */
    UsageTraffic(String name, int port, List<Sender> senders, UsageBooks books, long seed) {
        this.name = name;
        this.port = port;
        this.senders = List.copyOf(senders);
        this.books = books;
        this.random = new Random(seed);
    }

    /** Sends batch after batch until told to stop, and each until it is answered. */
    Void sendUntil(CountDownLatch stop) throws InterruptedException {
        do {
            List<Event> batch = batch();
            while (!isAnswered(batch)) {
                pause(Duration.ofMillis(100));
            }
        } while (!stop.await(20, TimeUnit.MILLISECONDS));
        return null;
    }

    private boolean isAnswered(List<Event> batch) {
        try {
            var answer = send(batch);
            if (answer.status() / 100 == 4) {
                throw new IllegalStateException("refused: " + answer);
            }
            return answer.status() == 202;
        } catch (UncheckedIOException | AssertionError cut) {
            return false;
        }
    }

    /** Sends a batch once; what was answered goes into the books. */
    RawHttp.Answer send(Collection<Event> batch) {
        Sender sender = batch.iterator().next().sender();
        var answer = RawHttp.post(port, body(batch), head(sender));
        if (answer.status() == 202) {
            receive(batch, answer.body());
        }
        return answer;
    }

    /** Enters what was answered. */
    void receive(Collection<Event> batch, String receipt) {
        books.enter(batch, receipt);
    }

    /** Reads what the API shows of the running period. */
    static RawHttp.Answer overview(int port, Sender sender) {
        return RawHttp.send(
                port,
                "GET /api/v1/usage HTTP/1.1",
                "Host: " + sender.brand() + ".localhost:" + port,
                "Authorization: Bearer " + sender.key());
    }

    String[] head(Sender sender) {
        return head(port, sender);
    }

    static String[] head(int port, Sender sender) {
        return new String[] {
            "POST /api/v1/usage/events HTTP/1.1",
            "Host: " + sender.brand() + ".localhost:" + port,
            "Authorization: Bearer " + sender.key(),
            "Content-Type: application/json"
        };
    }

    static String body(Collection<Event> batch) {
        return batch.stream().map(Event::json).toList().toString();
    }

    /** One to thirty events of one customer. */
    List<Event> batch() {
        Sender sender = senders.get(random.nextInt(senders.size()));
        List<Event> own =
                earlier.stream().filter(event -> event.sender().equals(sender)).toList();
        List<Event> batch = new ArrayList<>();
        for (int count = 1 + random.nextInt(30); count > 0; count--) {
            boolean again = !own.isEmpty() && random.nextInt(10) < 3;
            batch.add(again ? own.get(random.nextInt(own.size())) : fresh(sender));
        }
        batch.stream().filter(event -> !own.contains(event)).forEach(earlier::add);
        return batch;
    }

    private Event fresh(Sender sender) {
        String meter = METERS.get(random.nextInt(METERS.size()));
        var quantity = meter.equals("sites")
                ? BigDecimal.valueOf(random.nextInt(1, 30))
                : BigDecimal.valueOf(random.nextInt(1, 5_000), 2);
        Instant time = Instant.now().minusSeconds(random.nextInt(3 * 24 * 3600));
        return new Event(name + "-" + next++, sender, meter, quantity, time.toString());
    }

    static void pause(Duration moment) throws InterruptedException {
        // Never counted down: only the time passes.
        if (new CountDownLatch(1).await(moment.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("impossible");
        }
    }
}
