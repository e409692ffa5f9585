package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the relay when something was recorded, and every second in case the word was lost; clears up every hour. */
@Component
@ConditionalOnRole("worker")
class OutboxSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSchedule.class);

    private final OutboxRelay relay;
    private final Expiry expiry;
    private final Broadcast broadcast;
    private final MeterRegistry meters;

    private volatile Disposable running = Disposables.disposed();

    OutboxSchedule(OutboxRelay relay, Expiry expiry, Broadcast broadcast, MeterRegistry meters) {
        this.relay = relay;
        this.expiry = expiry;
        this.broadcast = broadcast;
        this.meters = meters;
    }

    @Override
    public void start() {
        var wakes = Flux.merge(broadcast.listen(OutboxTable.WAKE), Flux.interval(Duration.ofSeconds(1)))
                .onBackpressureLatest()
                .concatMap(wake -> watched("relay", relay.ship()), 0);
        var hours = Flux.interval(Duration.ofMinutes(1), Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(hour -> watched("expiry", expiry.clear()), 0);
        running = Flux.merge(wakes, hours).subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /** After a failure, the next tick is the next try. */
    private Mono<Long> watched(String what, Mono<Long> work) {
        return work.doOnNext(count ->
                        meters.counter("chom.outbox.handled", "stage", what).increment(count))
                .doOnError(failure -> {
                    meters.counter("chom.outbox.failures", "stage", what).increment();
                    LOG.warn("{} failed, trying again", what, failure);
                })
                .onErrorComplete();
    }
}
