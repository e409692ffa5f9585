package io.chom.tenants.billing;

import io.chom.tenants.billing.EntitledReader.Reading;
import io.chom.tenants.platform.Acting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What one process holds of one tenant. There is one visit to the database at a time, and everybody who needs it joins. Once
 * forgotten, it is never asked again: what a visit brings back that began before a change is seen only by those who waited
 * for it then.
 */
final class Holding {

    /** Usage is not read again sooner: what is counted in between still shows within a second. */
    static final Duration PAUSE = Duration.ofMillis(700);
    /** How long usage is read again for somebody who does not ask. */
    private static final Duration INTEREST = Duration.ofMinutes(1);

    private final Acting acting;
    private final EntitledReader reader;
    private final AtomicReference<@Nullable Mono<Entitled>> visit = new AtomicReference<>();
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();
    private volatile Instant asked;

    Holding(Acting acting, EntitledReader reader) {
        this.acting = acting;
        this.reader = reader;
        this.asked = reader.now();
    }

    /** What is known, unless an allowance is there again since. */
    Optional<Entitled> known() {
        Instant now = reader.now();
        asked = now;
        Reading reading = latest.get();
        return reading == null || !now.isBefore(reading.entitled().until())
                ? Optional.empty()
                : Optional.of(reading.entitled());
    }

    /** What is known, or else what is read. A caller that gives up changes nothing for the others. */
    Mono<Entitled> get() {
        return Mono.defer(() -> known().map(Mono::just).orElseGet(this::visit));
    }

    private Mono<Entitled> visit() {
        Mono<Entitled> mine = Mono.defer(() -> reader.read(acting))
                .map(this::keep)
                .doOnTerminate(() -> visit.set(null))
                .cache();
        Mono<Entitled> underway = visit.compareAndExchange(null, mine);
        return underway == null ? mine : underway;
    }

    /** Whether nobody has asked for so long that nothing is read again before somebody does. */
    boolean isIdle() {
        return asked.plus(INTEREST).isBefore(reader.now());
    }

    /** Whether the usage may be read again by now. */
    boolean isDue() {
        Reading reading = latest.get();
        return reading != null
                && !reader.now().isBefore(reading.entitled().asOf().plus(PAUSE));
    }

    /** Reads the usage again; to be called when it {@link #isDue}. */
    Mono<Void> renew() {
        return Mono.defer(() -> {
            Reading reading = latest.get();
            return reading == null
                    ? Mono.empty()
                    : reader.read(acting, reading.basis()).map(this::keep).then();
        });
    }

    private Entitled keep(Reading reading) {
        latest.accumulateAndGet(reading, Holding::later);
        return reading.entitled();
    }

    private static @Nullable Reading later(@Nullable Reading held, @Nullable Reading read) {
        return held != null
                        && read != null
                        && held.entitled().asOf().isAfter(read.entitled().asOf())
                ? held
                : read;
    }
}
