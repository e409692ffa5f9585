package io.chom.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class TurnsTest {

    private final Turns turns = new Turns(3, Schedulers.immediate());
    private final List<Sinks.One<String>> asked = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void few_ask_at_a_time_and_each_gets_its_own_answer_in_the_order_of_coming() {
        IntStream.range(0, 10).forEach(number -> ask());
        assertThat(asked).hasSize(3);
        for (int number = 0; number < 10; number++) {
            asked.get(number).emitValue("answer " + number, Sinks.EmitFailureHandler.FAIL_FAST);
            assertThat(asked).hasSize(Math.min(10, 4 + number));
        }
        assertThat(answers)
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(number -> "answer " + number)
                        .toList());
    }

    @Test
    void who_fails_or_goes_away_gives_the_turn_on() {
        List<Disposable> all = IntStream.range(0, 5).mapToObj(number -> ask()).toList();
        all.get(3).dispose();
        asked.get(0).emitError(new IllegalStateException("away"), Sinks.EmitFailureHandler.FAIL_FAST);
        assertThat(failures).hasSize(1);
        assertThat(asked).hasSize(4);
        asked.get(3).emitValue("the fifth", Sinks.EmitFailureHandler.FAIL_FAST);
        assertThat(answers).containsExactly("the fifth");
        all.get(1).dispose();
        ask();
        ask();
        assertThat(asked).hasSize(6);
    }

    @Test
    void answers_are_drawn_by_threads_of_their_own_and_the_turn_lasts_until_then() throws Exception {
        var drawing = Schedulers.newBoundedElastic(2, 10, "drawing");
        var own = new Turns(1, drawing);
        var drawn = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        List<String> threads = new CopyOnWriteArrayList<>();
        Sinks.One<String> second = Sinks.one();
        var secondAsked = new AtomicBoolean();
        try {
            own.take(Mono.just("first"), answer -> {
                        threads.add(Thread.currentThread().getName());
                        drawn.countDown();
                        await(go);
                    })
                    .subscribe();
            assertThat(drawn.await(5, TimeUnit.SECONDS)).isTrue();
            own.take(
                            Mono.defer(() -> {
                                secondAsked.set(true);
                                return second.asMono();
                            }),
                            answer -> {})
                    .subscribe();
            assertThat(secondAsked).as("asked while the first is being drawn").isFalse();
            go.countDown();
            Awaitility.await().untilTrue(secondAsked);
            assertThat(threads).singleElement().asString().startsWith("drawing");
        } finally {
            drawing.dispose();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Disposable ask() {
        return turns.take(
                        Mono.defer(() -> {
                            Sinks.One<String> one = Sinks.one();
                            asked.add(one);
                            return one.asMono();
                        }),
                        answers::add)
                .subscribe(nothing -> {}, failures::add);
    }
}
