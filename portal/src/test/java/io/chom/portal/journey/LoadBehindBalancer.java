package io.chom.portal.journey;

import io.chom.portal.journey.UsageBooks.Event;
import io.chom.portal.journey.UsageBooks.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/** Clients of the API and of the public pages behind something that asks for the readiness, as a load balancer does. */
final class LoadBehindBalancer implements AutoCloseable {

    private final OwnProgram program;
    private final List<Sender> senders;
    private final IntFunction<UsageTraffic> traffic;
    private final Duration pace;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean ready = true;

    /** @param pace what each client waits between an answer and its next request */
    LoadBehindBalancer(OwnProgram program, List<Sender> senders, IntFunction<UsageTraffic> traffic, Duration pace) {
        this.pace = pace;
        this.program = program;
        this.senders = senders;
        this.traffic = traffic;
    }

    /** Starts the clients and waits until all are at it. They end as soon as the program is not ready. */
    void run(int clients) {
        threads.submit(this::watch);
        runThroughout(clients);
    }

    /** The same, but they go on whatever the program says of itself, until they are closed. */
    void runThroughout(int clients) {
        for (int client = 0; client < clients; client++) {
            UsageTraffic own = traffic.apply(100 + client);
            int kind = client % 4;
            threads.submit(() -> send(own, kind));
        }
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> answers.get() > 50);
    }

    private Void watch() throws InterruptedException {
        while (ready) {
            UsageTraffic.pause(Duration.ofMillis(50));
            ready = isReady();
        }
        return null;
    }

    private boolean isReady() {
        try {
            return RawHttp.send(program.port(8082), "GET /health/readiness HTTP/1.1", "Host: localhost")
                            .status()
                    == 200;
        } catch (UncheckedIOException | AssertionError e) {
            faults.add("the readiness cannot be asked: " + e);
            return false;
        }
    }

    private Void send(UsageTraffic own, int kind) throws InterruptedException {
        while (ready) {
            UsageTraffic.pause(pace);
            try {
                RawHttp.Answer answer = ask(own, kind);
                answers.incrementAndGet();
                if (answer.status() >= 400) {
                    faults.add(kind + ": " + answer);
                }
            } catch (UncheckedIOException | AssertionError | IllegalStateException e) {
                faults.add(kind + ": " + e);
            }
        }
        return null;
    }

    private RawHttp.Answer ask(UsageTraffic own, int kind) {
        int ui = program.port(8080);
        return switch (kind) {
            case 0, 1 -> own.send(own.batch());
            case 2 -> UsageTraffic.overview(program.port(8081), senders.getFirst());
            default -> RawHttp.send(ui, "GET / HTTP/1.1", "Host: acme.localhost:" + ui);
        };
    }

    /** A request on its way when the end comes. */
    record Half(Socket socket, String rest, Consumer<String> receipts) {

        /** Sends the rest and reads the whole answer; its status line. */
        String finish() throws IOException {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(rest.getBytes(StandardCharsets.ISO_8859_1));
            try (socket) {
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                receipts.accept(answer.substring(answer.indexOf("\r\n\r\n") + 4));
                return answer.lines().findFirst().orElse("");
            }
        }
    }

    /** Sends the head and the first half of the body of a request to the API. */
    Half halfARequest() throws IOException {
        UsageTraffic own = traffic.apply(200);
        Collection<Event> batch = own.batch();
        String body = UsageTraffic.body(batch);
        String head = String.join("\r\n", own.head(batch.iterator().next().sender())) + "\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n";
        var socket = new Socket("127.0.0.1", program.port(8081));
        socket.getOutputStream().write((head + body.substring(0, 10)).getBytes(StandardCharsets.ISO_8859_1));
        return new Half(socket, body.substring(10), receipt -> own.receive(batch, receipt));
    }

    void awaitNotReady() {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(5)).until(() -> !ready);
    }

    /** Until nobody is let in any more. */
    void awaitClosed() {
        for (int port : List.of(program.port(8080), program.port(8081))) {
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> refuses(port));
        }
    }

    private static boolean refuses(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return !socket.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }

    /** Whatever a client met that was no full answer. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    int answers() {
        return answers.get();
    }

    @Override
    public void close() throws InterruptedException {
        ready = false;
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
