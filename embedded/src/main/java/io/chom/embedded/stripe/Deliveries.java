package io.chom.embedded.stripe;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Carries events to the webhook endpoints: one after the other, again and again until they are taken. */
final class Deliveries implements AutoCloseable {

    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 30_000;
    private static final int MOST_ATTEMPTS = 100;

    private final SandboxClock clock;
    private final Supplier<Shelf> platform;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stripe-webhooks").daemon().factory());
    private final List<Delivery> held = new ArrayList<>();
    private final List<Json> attempts = new ArrayList<>();
    private String mode = "normal";

    Deliveries(SandboxClock clock, Supplier<Shelf> platform) {
        this.clock = clock;
        this.platform = platform;
    }

    /** Sends the event to every endpoint of its account, and to those of the platform that hear all accounts. */
    void send(Shelf shelf, Json event) {
        List<Json> endpoints = new ArrayList<>(shelf.all(Kind.WEBHOOK_ENDPOINT).stream()
                .filter(endpoint -> !endpoint.has("application"))
                .toList());
        if (!shelf.equals(platform.get())) {
            event.set("account", shelf.account());
            platform.get().all(Kind.WEBHOOK_ENDPOINT).stream()
                    .filter(endpoint -> endpoint.has("application"))
                    .forEach(endpoints::add);
        }
        List<Json> listening = endpoints.stream()
                .filter(endpoint -> WebhookEndpoints.hears(endpoint, event.string("type")))
                .toList();
        event.set("pending_webhooks", (long) listening.size());
        listening.forEach(endpoint -> put(Delivery.of(endpoint, event)));
    }

    private synchronized void put(Delivery delivery) {
        switch (mode) {
            case "held" -> held.add(delivery);
            case "doubled" -> {
                later(delivery, 1, 0);
                later(delivery, 1, 0);
            }
            default -> later(delivery, 1, 0);
        }
    }

    /**
     * Sets how events are delivered from now on, and lets go of what was held back.
     *
     * @param wanted normal; held; doubled (each twice); reversed (what was held goes the last first)
     */
    synchronized Json set(String wanted) {
        mode = wanted;
        if (!mode.equals("held")) {
            if (mode.equals("reversed")) {
                Collections.reverse(held);
            }
            List<Delivery> released = List.copyOf(held);
            held.clear();
            released.forEach(this::put);
        }
        return state();
    }

    /** The mode, how many are held back, and every attempt so far. */
    synchronized Json state() {
        return Json.of("mode", mode).set("held", held.size()).set("attempts", List.copyOf(attempts));
    }

    private void later(Delivery delivery, int attempt, long milliseconds) {
        ScheduledFuture<?> planned =
                worker.schedule(() -> attempt(delivery, attempt), milliseconds, TimeUnit.MILLISECONDS);
        if (planned.isCancelled()) {
            throw new IllegalStateException("the sandbox is closed");
        }
    }

    private void attempt(Delivery delivery, int attempt) {
        int status = delivery.post(client, clock.realSeconds());
        synchronized (this) {
            attempts.add(delivery.json().set("status", status).set("attempt", attempt));
        }
        if (status / 100 != 2 && attempt < MOST_ATTEMPTS && !worker.isShutdown()) {
            later(delivery, attempt + 1, Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt - 1, 10)));
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        client.shutdownNow();
    }
}
