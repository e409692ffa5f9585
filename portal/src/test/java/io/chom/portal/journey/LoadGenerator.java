package io.chom.portal.journey;

import io.chom.portal.journey.UsageBooks.Sender;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Asks for the usage overview again and again: as fast as it is answered, or at a rate whatever the answers. */
final class LoadGenerator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ConnectionProvider connections = ConnectionProvider.builder("load")
            .maxConnections(5_000)
            .pendingAcquireMaxCount(-1)
            .build();

    private final HttpClient client;

    LoadGenerator(int port, Sender sender) {
        client = HttpClient.create(connections)
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .headers(headers -> headers.set("Host", sender.brand() + ".localhost:" + port)
                        .set("Authorization", "Bearer " + sender.key()));
    }

    /**
     * What came of a run.
     *
     * @param asked how many requests were sent
     * @param goodput good answers a second
     * @param refused answers that say when to come again
     * @param faults anything else, and how often
     */
    record Result(long asked, double goodput, long refused, Map<String, LongAdder> faults) {}

    /** So many clients, each of which asks again when it is answered. */
    Result closed(int clients, Duration duration) {
        var run = new Run(duration);
        Flux.range(0, clients)
                .flatMap(client -> run.once().repeat(() -> !run.isOver()), clients)
                .blockLast(duration.plus(PATIENCE).plus(PATIENCE));
        return run.result();
    }

    /** So many requests a second, whether or not the ones before are answered. */
    Result open(double rate, Duration duration) throws InterruptedException {
        var run = new Run(duration);
        while (!run.isOver()) {
            for (long due = (long) (run.seconds() * rate); run.asked.sum() < due; ) {
                run.once().subscribe();
            }
            UsageTraffic.pause(Duration.ofMillis(5));
        }
        run.pending.arriveAndAwaitAdvance();
        return run.result();
    }

    private final class Run {

        private final long began = System.nanoTime();
        private final long nanos;
        private final LongAdder asked = new LongAdder();
        private final LongAdder good = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
        private final Phaser pending = new Phaser(1);

        Run(Duration duration) {
            this.nanos = duration.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - began >= nanos;
        }

        double seconds() {
            return (System.nanoTime() - began) / 1e9;
        }

        Mono<Void> once() {
            return Mono.defer(() -> {
                asked.increment();
                pending.register();
                return client.get()
                        .uri("/api/v1/usage")
                        .responseSingle((answer, body) ->
                                body.asString().defaultIfEmpty("").doOnNext(text -> note(answer)))
                        .doOnError(failure -> fault(failure.toString()))
                        .onErrorComplete()
                        .doFinally(end -> pending.arriveAndDeregister())
                        .then();
            });
        }

        private void note(HttpClientResponse answer) {
            int status = answer.status().code();
            if (status == 200) {
                // What comes after the end is no part of the rate.
                good.add(isOver() ? 0 : 1);
            } else if ((status == 503 || status == 429)
                    && answer.responseHeaders().contains("Retry-After")) {
                refused.increment();
            } else {
                fault(status + " " + answer.responseHeaders());
            }
        }

        private void fault(String what) {
            faults.computeIfAbsent(what, first -> new LongAdder()).increment();
        }

        Result result() {
            return new Result(asked.sum(), good.sum() / (nanos / 1e9), refused.sum(), faults);
        }
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
