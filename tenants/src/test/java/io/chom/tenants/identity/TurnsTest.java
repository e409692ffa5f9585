package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class TurnsTest {

    private final Turns<String> turns = new Turns<>();
    private final List<String> log = new ArrayList<>();

    @Test
    void work_on_one_key_waits_for_the_work_before_it() {
        Sinks.Empty<Void> first = Sinks.empty();
        var one = StepVerifier.create(turns.take("realm", work("one", first.asMono())))
                .expectComplete();
        var two = StepVerifier.create(turns.take("realm", work("two", Mono.empty())))
                .expectComplete();
        var firstRun = one.verifyLater();
        var secondRun = two.verifyLater();

        assertThat(log).containsExactly("one");
        first.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);

        firstRun.verify();
        secondRun.verify();
        assertThat(log).containsExactly("one", "two");
    }

    @Test
    void work_on_another_key_does_not_wait() {
        StepVerifier.create(turns.take("realm", work("one", Mono.never())))
                .expectSubscription()
                .then(() -> StepVerifier.create(turns.take("other", work("two", Mono.empty())))
                        .verifyComplete())
                .thenCancel()
                .verify();

        assertThat(log).containsExactly("one", "two");
    }

    @Test
    void work_that_fails_or_is_given_up_lets_the_next_go_on() {
        StepVerifier.create(turns.take("realm", work("one", Mono.error(new IllegalStateException("lost")))))
                .verifyErrorMessage("lost");
        StepVerifier.create(turns.take("realm", work("two", Mono.never())))
                .expectSubscription()
                .then(() -> assertThat(log).endsWith("two"))
                .thenCancel()
                .verify();
        StepVerifier.create(turns.take("realm", work("three", Mono.empty()))).verifyComplete();

        assertThat(log).containsExactly("one", "two", "three");
    }

    private Mono<Void> work(String name, Mono<Void> end) {
        return Mono.<Void>fromRunnable(() -> log.add(name)).then(end);
    }
}
