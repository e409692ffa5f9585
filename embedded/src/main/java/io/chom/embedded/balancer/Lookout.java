package io.chom.embedded.balancer;

import io.chom.embedded.balancer.Crew.Word;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks each process again and again whether it is ready. Whoever refuses or says no is out at once; a slow one is not. */
final class Lookout implements AutoCloseable {

    private static final long PACE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService threads;

    /** @param processes how many will be watched */
    Lookout(int processes) {
        this.threads = Executors.newScheduledThreadPool(
                processes,
                Thread.ofPlatform().daemon().name("balancer-lookout-", 0).factory());
    }

    void watch(Backend backend, Crew crew) {
        var question =
                HttpRequest.newBuilder(backend.readiness()).timeout(PATIENCE).build();
        var unused = threads.scheduleWithFixedDelay(
                () -> ask(question, backend, crew), 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void ask(HttpRequest question, Backend backend, Crew crew) {
        try {
            int status = http.send(question, BodyHandlers.discarding()).statusCode();
            crew.heard(backend, status == 200 ? Word.READY : Word.NOT_READY);
        } catch (HttpTimeoutException slow) {
            crew.heard(backend, Word.NOT_READY);
        } catch (IOException refused) {
            crew.heard(backend, Word.NOTHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
