package io.chom.tenants.platform.broadcast;

import io.chom.tenants.platform.Broadcast;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Sends through the surrounding transaction and listens on one connection per process. Whenever that begins to listen,
 * for the first time too, and whenever a listener was too slow, {@link Broadcast#RESYNC} says that something may have
 * been missed.
 */
class PostgresBroadcast implements Broadcast, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBroadcast.class);
    private static final int SLOWNESS = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final NoticeSender sender;
    private final Listening listening;
    private final MeterRegistry meters;
    private final Sinks.Many<Heard> heard = Sinks.many().multicast().directBestEffort();

    private final Sinks.Many<Boolean> hearing = Sinks.many().replay().latestOrDefault(false);

    private volatile Disposable connection = Disposables.disposed();

    PostgresBroadcast(NoticeSender sender, Listening listening, MeterRegistry meters) {
        this.sender = sender;
        this.listening = listening;
        this.meters = meters;
    }

    /** What the connection tells its listeners. */
    private sealed interface Heard {

        /** What it means to those who listen on the channel; empty for the others. */
        Mono<String> on(String channel);

        /** Somebody sent this. */
        record Message(Notice notice) implements Heard {

            @Override
            public Mono<String> on(String channel) {
                return notice.channel().equals(channel) ? Mono.just(notice.body()) : Mono.empty();
            }
        }

        /** There was a gap. */
        record Gap() implements Heard {

            @Override
            public Mono<String> on(String channel) {
                return Mono.just(RESYNC);
            }
        }
    }

    @Override
    public Mono<Void> send(String channel, String body) {
        return Mono.fromSupplier(() -> new Notice(channel, body)).flatMap(sender::send);
    }

    @Override
    public Flux<String> listen(String channel) {
        return Flux.defer(() -> {
            var missed = new AtomicBoolean();
            return heard.asFlux()
                    .concatMap(event -> event.on(channel), Integer.MAX_VALUE)
                    .onBackpressureBuffer(SLOWNESS, lost -> missed.set(true), BufferOverflowStrategy.DROP_OLDEST)
                    .map(body -> missed.getAndSet(false) ? RESYNC : body);
        });
    }

    @Override
    public Flux<Boolean> hearing() {
        return hearing.asFlux().distinctUntilChanged();
    }

    @Override
    public void start() {
        connection =
                listening.once().doOnNext(this::spread).retryWhen(reconnect()).subscribe();
    }

    @Override
    public void stop() {
        connection.dispose();
        hearing.emitNext(false, Sinks.EmitFailureHandler.busyLooping(PATIENCE));
    }

    @Override
    public boolean isRunning() {
        return !connection.isDisposed();
    }

    private void spread(String text) {
        boolean begins = text.equals(Listening.LISTENS);
        heard.tryEmitNext(begins ? new Heard.Gap() : new Heard.Message(Notice.read(text)));
        if (begins) {
            hearing.tryEmitNext(true);
        }
    }

    private RetryBackoffSpec reconnect() {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                .maxBackoff(Duration.ofSeconds(5))
                .transientErrors(true)
                .doBeforeRetry(signal -> {
                    hearing.tryEmitNext(false);
                    meters.counter("chom.broadcast.reconnects").increment();
                    LOG.warn("Listens again after: {}", signal.failure().toString());
                });
    }
}
