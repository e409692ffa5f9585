package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one translation of refusals, outages and faults to RFC 9457 problem documents. */
@Component
class Problems implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** Seconds, when nobody knows how long it takes. */
    private static final String SOON = "2";

    private final JsonMapper json;
    private final Clock clock;
    private final long longestBody;

    Problems(@Qualifier("apiJson") JsonMapper json, Clock clock, EdgeProperties properties) {
        this.json = json;
        this.clock = clock;
        this.longestBody = properties.maxBody().toBytes();
    }

    /** Before the framework's own handler, which would answer in its own words. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(thrown);
        }
        Outcome outcome = Translation.of(thrown);
        log(exchange, thrown, outcome);
        return write(exchange, thrown, outcome);
    }

    private static void log(ServerWebExchange exchange, Throwable thrown, Outcome outcome) {
        if (outcome.expected()) {
            LOG.debug("{}: {}", Edge.requestId(exchange), outcome.failure().code());
        } else {
            LOG.error("Request {} failed", Edge.requestId(exchange), thrown);
        }
        // A refusal was logged, or counted, by the one who refused.
        if (outcome.failure() instanceof Failure.Unavailable && !(thrown instanceof Refused)) {
            LOG.warn("Request {} met an outage: {}", Edge.requestId(exchange), thrown.toString());
        }
    }

    private Mono<Void> write(ServerWebExchange exchange, Throwable thrown, Outcome outcome) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(outcome.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        hints(headers, thrown, outcome.failure());
        byte[] body = json.writeValueAsBytes(Problem.of(outcome.failure(), outcome.status(), Edge.requestId(exchange)));
        headers.setContentLength(body.length);
        return Leftovers.take(exchange.getRequest(), longestBody)
                .then(response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(body))));
    }

    private void hints(HttpHeaders headers, Throwable thrown, Failure failure) {
        if (thrown instanceof MethodNotAllowedException wrong) {
            headers.setAllow(wrong.getSupportedMethods());
        }
        if (failure instanceof Failure.Unauthenticated) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure instanceof Failure.Unavailable away) {
            headers.set(HttpHeaders.RETRY_AFTER, away.until().map(this::seconds).orElse(SOON));
        }
        if (failure instanceof Failure.LimitReached reached) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds(reached.resetAt()));
        }
    }

    private String seconds(Instant until) {
        return String.valueOf(
                Math.max(1, Duration.between(clock.instant(), until).toSeconds()));
    }
}
