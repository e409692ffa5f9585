package io.chom.tenants.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Answer;
import io.chom.tenants.platform.EventId;
import io.chom.tenants.platform.Fingerprint;
import io.chom.tenants.platform.IdempotencyKey;
import io.chom.tenants.platform.IdempotencyKeys;
import io.chom.tenants.platform.Inbox;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@TenantsTest
class OnceOnlyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Fingerprint FIRST = Fingerprint.of("POST", "/things", "a".getBytes(UTF_8));
    private static final Fingerprint OTHER = Fingerprint.of("POST", "/things", "b".getBytes(UTF_8));

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    StoredAnswers answers;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionalOperator transactions;

    private final IdempotencyKey key = new IdempotencyKey(Uuids.next().toString());
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void works_once_and_replays_status_headers_and_body() {
        Answer first = once(Acme.BAKERY, keys, FIRST, work());
        Answer again = once(Acme.BAKERY, keys, FIRST, work());

        assertThat(runs).hasValue(1);
        assertThat(again.status()).isEqualTo(201).isEqualTo(first.status());
        assertThat(again.headers()).isEqualTo(Map.of("Location", "/things/1"));
        assertThat(again.body()).isEqualTo(first.body()).asString(UTF_8).isEqualTo("thing 1");
    }

    @Test
    void refuses_a_key_that_belongs_to_another_request() {
        once(Acme.BAKERY, keys, FIRST, work());

        assertRefused("idempotency-key-reused", () -> once(Acme.BAKERY, keys, OTHER, work()));
        assertThat(runs).hasValue(1);
    }

    @Test
    void keeps_the_keys_of_tenants_apart() {
        once(Acme.BAKERY, keys, FIRST, work());
        once(Acme.FLORIST, keys, OTHER, work());
        once(Nimbus.STUDIO, keys, OTHER, work());
        once(Acme.RESELLER, keys, OTHER, work());

        assertThat(runs).hasValue(4);
    }

    @Test
    void refuses_a_repeat_while_the_first_is_at_work() {
        Sinks.Empty<Void> finish = Sinks.empty();
        var first = keys.once(key, FIRST, finish.asMono().then(work()))
                .contextWrite(TenantContext.as(Acme.BAKERY))
                .toFuture();
        org.awaitility.Awaitility.await().until(() -> As.one(transactions, Acme.BAKERY, answers.find(key)) != null);

        assertRefused("idempotency-in-progress", () -> once(Acme.BAKERY, keys, FIRST, work()));
        assertRefused("idempotency-key-reused", () -> once(Acme.BAKERY, keys, OTHER, work()));
        finish.tryEmitEmpty();
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(once(Acme.BAKERY, keys, FIRST, work()).status()).isEqualTo(201);
        assertThat(runs).hasValue(1);
    }

    @Test
    void works_once_for_many_at_the_same_time() {
        var outcomes = Flux.range(0, 20)
                .flatMap(
                        i -> keys.once(
                                        key,
                                        FIRST,
                                        Mono.delay(Duration.ofMillis(50)).then(work()))
                                .map(answer -> "done")
                                .onErrorResume(
                                        Refused.class,
                                        refused -> Mono.just(refused.failure().code()))
                                .contextWrite(TenantContext.as(Acme.BAKERY)),
                        20)
                .collectList()
                .block(PATIENCE);

        assertThat(runs).hasValue(1);
        assertThat(outcomes).contains("done").allMatch(it -> it.equals("done") || it.equals("idempotency-in-progress"));
    }

    @Test
    void forgets_work_that_failed_together_with_its_effect() {
        EventId effect = EventId.next();
        var failing = inbox.firstTime("effect", effect).then(Mono.<Answer>error(new IllegalStateException("broken")));

        assertThatThrownBy(() -> once(Acme.BAKERY, keys, FIRST, failing)).hasMessage("broken");
        once(Acme.BAKERY, keys, OTHER, work());

        assertThat(runs).hasValue(1);
        assertThat(As.one(transactions, Acme.BAKERY, inbox.firstTime("effect", effect)))
                .isTrue();
    }

    @Test
    void takes_over_from_a_dead_process_and_rolls_back_what_that_one_still_tries() {
        EventId effect = EventId.next();
        Sinks.Empty<Void> finish = Sinks.empty();
        var dead = keys.once(
                        key,
                        FIRST,
                        finish.asMono().then(inbox.firstTime("late", effect)).then(work()))
                .contextWrite(TenantContext.as(Acme.BAKERY))
                .toFuture();
        org.awaitility.Awaitility.await().until(() -> As.one(transactions, Acme.BAKERY, answers.find(key)) != null);

        once(Acme.BAKERY, at(Duration.ofMinutes(3)), FIRST, work());
        finish.tryEmitEmpty();

        assertThatThrownBy(dead::join).hasMessageContaining("idempotency-in-progress");
        assertThat(As.one(transactions, Acme.BAKERY, inbox.firstTime("late", effect)))
                .isTrue();
    }

    @Test
    void starts_over_after_a_day() {
        once(Acme.BAKERY, keys, FIRST, work());
        once(Acme.BAKERY, at(Duration.ofHours(23)), FIRST, work());
        assertThat(runs).hasValue(1);

        once(Acme.BAKERY, at(Duration.ofHours(25)), OTHER, work());
        assertThat(runs).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "tab\t", "ä", "\u007f"})
    void refuses_keys_that_are_none(String text) {
        assertRefused("invalid-idempotency-key", () -> new IdempotencyKey(text));
        assertRefused("invalid-idempotency-key", () -> new IdempotencyKey("x".repeat(256)));
        assertThat(new IdempotencyKey("x".repeat(255)).value()).hasSize(255);
    }

    private Mono<Answer> work() {
        return Mono.fromSupplier(() -> {
            int run = runs.incrementAndGet();
            return new Answer(201, Map.of("Location", "/things/" + run), ("thing " + run).getBytes(UTF_8));
        });
    }

    private IdempotencyKeys at(Duration later) {
        return new OnceOnly(answers, transactions, Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC));
    }

    private Answer once(Acting acting, IdempotencyKeys through, Fingerprint fingerprint, Mono<Answer> work) {
        return through.once(key, fingerprint, work)
                .contextWrite(TenantContext.as(acting))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(code));
    }
}
