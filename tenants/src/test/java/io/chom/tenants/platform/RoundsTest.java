package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.MovableTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RoundsTest {

    @RegisterExtension
    private final MovableTime time = new MovableTime();

    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void a_round_that_fails_or_throws_does_not_end_those_after_it() {
        var rounds = new Failing();
        rounds.start();
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(tried).hasValue(5);
        assertThat(rounds.isRunning()).isTrue();

        var ended = new AtomicBoolean();
        rounds.stop(() -> ended.set(true));
        assertThat(tried).as("the last one is tried as well").hasValue(6);
        assertThat(ended).isTrue();
        assertThat(rounds.isRunning()).isFalse();
    }

    private final class Failing extends Rounds {

        @Override
        protected Flux<?> beats() {
            return Flux.interval(Duration.ofSeconds(2));
        }

        @Override
        protected Mono<Void> round() {
            if (tried.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("thrown");
            }
            return Mono.error(new IllegalStateException("failed"));
        }

        @Override
        protected Mono<Void> last() {
            return round();
        }
    }
}
