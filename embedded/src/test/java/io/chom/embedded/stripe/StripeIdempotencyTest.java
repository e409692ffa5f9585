package io.chom.embedded.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.embedded.web.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripeIdempotencyTest {

    private final SandboxClock clock = new SandboxClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Idempotency idempotency = new Idempotency(clock);
    private final Answer done = Answer.text(200, "text/plain", "done");

    @Test
    void a_request_that_comes_while_the_first_is_under_way_is_told_so() {
        List<Answer> second = new ArrayList<>();

        Answer first = idempotency.answer("acct k1", "body", () -> {
            second.add(idempotency.answer("acct k1", "body", () -> done));
            return done;
        });

        assertThat(first).isEqualTo(done);
        assertThat(second.getFirst().status()).isEqualTo(409);
        assertThat(new String(second.getFirst().body(), StandardCharsets.UTF_8)).contains("idempotency_key_in_use");
        assertThat(idempotency.answer("acct k1", "body", () -> done).headers()).containsKey("Idempotent-Replayed");
    }

    @Test
    void what_was_refused_or_broke_may_be_tried_again() {
        idempotency.answer(
                "acct k1", "wrong", () -> StripeError.missing("currency").answer());
        assertThat(idempotency.answer("acct k1", "right", () -> done)).isEqualTo(done);
    }

    @Test
    void an_answer_is_given_again_until_the_last_second_of_a_day() {
        idempotency.answer("acct k1", "body", () -> done);
        Answer later = Answer.text(200, "text/plain", "later");

        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(idempotency.answer("acct k1", "body", () -> later).body()).isEqualTo(done.body());
        clock.advance(Duration.ofSeconds(1));
        assertThat(idempotency.answer("acct k1", "body", () -> later)).isEqualTo(later);
    }
}
