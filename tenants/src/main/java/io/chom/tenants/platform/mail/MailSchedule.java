package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Watched;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends mails when some were queued, and every second what is due again; forgets every hour whose they were. Where no
 * server is set, nothing is sent and everything waits.
 */
@Component
@ConditionalOnRole("worker")
class MailSchedule implements SmartLifecycle {

    /** Rounds at the same time, so that a slow server holds up one of them only. */
    private static final int ROUNDS = 4;

    private static final Duration KEPT = Duration.ofDays(30);

    private final MailRound round;
    private final MailQueue queue;
    private final HouseServer house;
    private final Broadcast broadcast;
    private final Watched watched;
    private final Clock clock;

    private volatile Disposable running = Disposables.disposed();

    MailSchedule(
            MailRound round,
            MailQueue queue,
            HouseServer house,
            Broadcast broadcast,
            MeterRegistry meters,
            Clock clock) {
        this.round = round;
        this.queue = queue;
        this.house = house;
        this.broadcast = broadcast;
        this.watched = new Watched(meters, "chom.mail");
        this.clock = clock;
    }

    @Override
    public void start() {
        if (house.server().isPresent()) {
            running = Flux.merge(rounds(), clearings()).subscribe();
        }
    }

    private Flux<Long> rounds() {
        return Flux.merge(broadcast.listen(Mails.WAKE), Flux.interval(Duration.ofSeconds(1)))
                .onBackpressureLatest()
                .flatMap(wake -> watched.stage("sent", full(round.send())), ROUNDS, 1);
    }

    /** After a full batch there is more, and the next wake is too far. */
    private Mono<Long> full(Mono<Long> batch) {
        return batch.expand(sent -> sent < MailRound.BATCH ? Mono.empty() : batch)
                .reduce(0L, Long::sum);
    }

    private Flux<Long> clearings() {
        return Flux.interval(Duration.ofMinutes(2), Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(
                        hour -> watched.stage(
                                "cleared",
                                Mono.defer(() -> queue.clear(clock.instant().minus(KEPT)))),
                        0);
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
