package io.chom.tenants.platform.web;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Gives up on an answer after a while, so that a part which does not answer keeps nobody waiting. Only our own time counts:
 * not that in which the client sends its body or reads the answer.
 */
@Component
class PatienceFilter implements WebFilter, Ordered {

    private final Duration patience;

    PatienceFilter(EdgeProperties properties) {
        this.patience = properties.patience();
    }

    @Override
    public int getOrder() {
        return Edge.PATIENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Sinks.Many<Whose> turns = Sinks.many().replay().latestOrDefault(Whose.OURS);
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> turns.tryEmitNext(Whose.CLIENTS)));
        var end = turns.asFlux().switchMap(whose -> whose == Whose.OURS ? Mono.delay(patience) : Mono.never());
        return chain.filter(exchange.mutate()
                        .request(new Timed(exchange.getRequest(), turns))
                        .build())
                .timeout(end.next());
    }

    /** Whose time is passing. */
    private enum Whose {
        OURS,
        CLIENTS
    }

    private static final class Timed extends ServerHttpRequestDecorator {

        private final Sinks.Many<Whose> turns;

        Timed(ServerHttpRequest request, Sinks.Many<Whose> turns) {
            super(request);
            this.turns = turns;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody()
                    .doOnSubscribe(begin -> turns.tryEmitNext(Whose.CLIENTS))
                    .doOnComplete(() -> turns.tryEmitNext(Whose.OURS));
        }
    }
}
