package io.chom.portal.journey;

import io.chom.portal.journey.UsageBooks.Sender;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Clients of the API and of the public pages who go on whatever they are answered, and note it. */
final class OutageLoad implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(40);
    private static final List<String> KINDS = List.of("usage in", "usage in", "overview", "first page");

    private final ProgramOnServers program;
    private final List<Sender> senders;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /**
     * One answer.
     *
     * @param kind what was asked
     * @param at when the answer was there, as {@link System#nanoTime()}
     * @param status the HTTP status, 0 for none
     * @param fault what is wrong with it whatever the state of the servers, or empty
     */
    record Noted(String kind, long at, Duration took, int status, String fault) {

        boolean good() {
            return fault.isEmpty() && status < 400;
        }
    }

    OutageLoad(ProgramOnServers program, List<Sender> senders) {
        this.program = program;
        this.senders = senders;
    }

    /** Starts the clients. */
    void run(int clients, IntFunction<UsageTraffic> traffic) {
        for (int client = 0; client < clients; client++) {
            UsageTraffic own = traffic.apply(client);
            String kind = KINDS.get(client % KINDS.size());
            var ignored = threads.submit(() -> goOn(own, kind));
        }
    }

    private Void goOn(UsageTraffic own, String kind) throws InterruptedException {
        List<UsageBooks.Event> batch = own.batch();
        while (!over) {
            long began = System.nanoTime();
            Noted answer = ask(own, batch, kind, began);
            noted.add(answer);
            if (answer.good()) {
                batch = own.batch();
            }
            UsageTraffic.pause(PACE);
        }
        return null;
    }

    private Noted ask(UsageTraffic own, List<UsageBooks.Event> batch, String kind, long began) {
        try {
            var answer = switch (kind) {
                case "usage in" -> own.send(batch);
                case "overview" -> UsageTraffic.overview(program.port(8081), senders.getFirst());
                default -> firstPage();
            };
            return note(kind, began, answer.status(), fault(answer));
        } catch (UncheckedIOException | AssertionError | IllegalStateException e) {
            return note(kind, began, 0, e.toString());
        }
    }

    private RawHttp.Answer firstPage() {
        return RawHttp.send(program.port(8080), "GET / HTTP/1.1", "Host: acme.localhost:" + program.port(8080));
    }

    private static Noted note(String kind, long began, int status, String fault) {
        long now = System.nanoTime();
        return new Noted(kind, now, Duration.ofNanos(now - began), status, fault);
    }

    /** A refusal says when to come again, in the one form for problems. */
    private static String fault(RawHttp.Answer answer) {
        boolean good = answer.status() == 200 || answer.status() == 202;
        boolean refused = (answer.status() == 503 || answer.status() == 429)
                && answer.headers().containsKey("retry-after")
                && answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json");
        return good || refused ? "" : answer.status() + " " + answer.headers() + answer.body();
    }

    /** Everything noted since the last time. */
    List<Noted> take() {
        return new ArrayList<>(
                Stream.generate(noted::poll).takeWhile(one -> one != null).toList());
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
