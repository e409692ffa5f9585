package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Watched;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Runs the relay when something was recorded, and every second in case the word was lost; clears up every hour. */
@Component
@ConditionalOnRole("worker")
class OutboxSchedule implements SmartLifecycle {

    private final OutboxRelay relay;
    private final Expiry expiry;
    private final Broadcast broadcast;
    private final Watched watched;

    private volatile Disposable running = Disposables.disposed();

    OutboxSchedule(OutboxRelay relay, Expiry expiry, Broadcast broadcast, MeterRegistry meters) {
        this.relay = relay;
        this.expiry = expiry;
        this.broadcast = broadcast;
        this.watched = new Watched(meters, "chom.outbox");
    }

    @Override
    public void start() {
        var wakes = Flux.merge(broadcast.listen(OutboxTable.WAKE), Flux.interval(Duration.ofSeconds(1)))
                .onBackpressureLatest()
                .concatMap(wake -> watched.stage("relay", relay.ship()), 0);
        var hours = Flux.interval(Duration.ofMinutes(1), Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(hour -> watched.stage("expiry", expiry.clear()), 0);
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
}
