package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.MovableTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class PaceTest {

    private final Pace pace = new Pace();
    private final Sinks.Many<Integer> changes = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger latest = new AtomicInteger();

    @RegisterExtension
    private final MovableTime time = new MovableTime();

    @Test
    void one_screen_hears_at_most_five_times_a_second_and_the_last_word_always() {
        listen();
        change(1_000);
        assertThat(heard.get()).isBetween(5, 6);
        time.advanceTimeBy(Duration.ofMillis(200));
        assertThat(latest.get()).isEqualTo(999);
    }

    @Test
    void the_more_listen_the_longer_each_waits() {
        IntStream.range(0, 1_000).forEach(place -> listen());
        change(10_000);
        assertThat(heard.get()).isBetween(5_000, 6_000);
    }

    @Test
    void who_has_gone_makes_nobody_wait() {
        var gone = Disposables.composite(
                IntStream.range(0, 1_000).mapToObj(place -> listen()).toArray(Disposable[]::new));
        gone.dispose();
        heard.set(0);
        listen();
        change(1_000);
        assertThat(heard.get()).isBetween(5, 6);
    }

    private Disposable listen() {
        Flux<Integer> paced = pace.of(changes.asFlux());
        return paced.subscribe(change -> {
            heard.incrementAndGet();
            latest.set(change);
        });
    }

    /** One a millisecond. */
    private void change(int times) {
        for (int change = 0; change < times; change++) {
            changes.emitNext(change, Sinks.EmitFailureHandler.FAIL_FAST);
            time.advanceTimeBy(Duration.ofMillis(1));
        }
    }
}
