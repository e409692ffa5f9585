package io.chom.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TurnsTest {

    private final Turns turns = new Turns(3);
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

    private Disposable ask() {
        return turns.await(Mono.defer(() -> {
                    Sinks.One<String> one = Sinks.one();
                    asked.add(one);
                    return one.asMono();
                }))
                .subscribe(answers::add, failures::add);
    }
}
