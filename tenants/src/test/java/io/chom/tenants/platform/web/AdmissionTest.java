package io.chom.tenants.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** How many requests are served at once, and for how long. */
class AdmissionTest {

    private static final EdgeProperties TWO =
            new EdgeProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(30), 2, Duration.ofMillis(500));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EdgeFilter admission = new EdgeFilter(List.of(new AdmissionGate(TWO, meters)));
    private final PatienceFilter patience = new PatienceFilter(TWO);
    private final List<Sinks.Empty<Void>> served = new ArrayList<>();
    private final WebFilterChain held = exchange -> Mono.defer(() -> {
        Sinks.Empty<Void> end = Sinks.empty();
        served.add(end);
        return end.asMono();
    });

    @AfterEach
    void stop() {
        patience.destroy();
    }

    @Test
    void two_are_served_and_the_third_is_refused_until_one_of_them_has_ended() {
        var first = request().toFuture();
        var second = request().toFuture();
        assertThat(served).hasSize(2);

        StepVerifier.create(request())
                .expectErrorSatisfies(AdmissionTest::overloaded)
                .verify(Duration.ofMillis(300));
        assertThat(meters.counter("chom.api.overloaded").count()).isEqualTo(1);
        assertThat(meters.get("chom.api.under.way").gauge().value()).isEqualTo(2);

        served.getFirst().tryEmitEmpty().orThrow();
        assertThat(first).isCompleted();
        var third = request().toFuture();
        assertThat(served).hasSize(3);
        served.forEach(Sinks.Empty::tryEmitEmpty);
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
        assertThat(meters.get("chom.api.under.way").gauge().value()).isZero();
    }

    @Test
    void a_failed_and_a_given_up_request_give_their_places_back() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        for (int round = 0; round < 10; round++) {
            StepVerifier.create(admission.filter(exchange, failing -> Mono.error(new IllegalStateException("fails"))))
                    .verifyError(IllegalStateException.class);
            StepVerifier.create(request()).thenCancel().verify();
        }
        assertThat(meters.get("chom.api.under.way").gauge().value()).isZero();
    }

    @Test
    void an_answer_that_is_begun_needs_no_place() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        var slowReader = Sinks.empty();
        var first = admission
                .filter(
                        exchange,
                        chain -> exchange.getResponse()
                                .setComplete()
                                .then(slowReader.asMono())
                                .then())
                .toFuture();

        assertThat(meters.get("chom.api.under.way").gauge().value()).isZero();
        assertThat(first).isNotDone();
        slowReader.tryEmitEmpty().orThrow();
        assertThat(first).isCompleted();
    }

    @Test
    void an_answer_that_does_not_come_is_given_up() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        Duration waited = StepVerifier.create(patience.filter(exchange, never -> Mono.never()))
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(5));
        assertThat(waited).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void the_time_in_which_the_client_sends_does_not_count() {
        DataBuffer part = DefaultDataBufferFactory.sharedInstance.wrap(new byte[] {1});
        var slow = MockServerHttpRequest.method(HttpMethod.POST, "/")
                .body(Flux.just(part, part, part).delayElements(Duration.ofMillis(400)));
        var answer = patience.filter(
                MockServerWebExchange.from(slow),
                exchange -> exchange.getRequest().getBody().then(Mono.never()));
        Duration waited =
                StepVerifier.create(answer).expectError(TimeoutException.class).verify(Duration.ofSeconds(5));
        assertThat(waited).isGreaterThan(Duration.ofMillis(3 * 400 + 400));
    }

    @Test
    void the_time_in_which_the_client_reads_does_not_count() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        StepVerifier.create(patience.filter(
                        exchange, begun -> begun.getResponse().setComplete().then(Mono.never())))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(1))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    private Mono<Void> request() {
        return admission.filter(MockServerWebExchange.from(MockServerHttpRequest.get("/")), held);
    }

    private static void overloaded(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(Failure.Unavailable.class);
            assertThat(refused.failure().code()).isEqualTo("overloaded");
        });
    }
}
