package io.chom.tenants.platform.web;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
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
 * not that in which the client sends its body or reads the answer. Exact to a tenth of a second.
 */
@Component
class PatienceFilter implements WebFilter, Ordered, DisposableBean {

    private final HashedWheelTimer timer =
            new HashedWheelTimer(Thread.ofPlatform().name("patience").daemon().factory(), 100, TimeUnit.MILLISECONDS);

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
        var wait = new Wait();
        exchange.getResponse().beforeCommit(() -> {
            wait.end();
            return Mono.empty();
        });
        return chain.filter(exchange.mutate()
                        .request(new Timed(exchange.getRequest(), wait))
                        .build())
                .timeout(wait.over.asMono())
                .doFinally(end -> wait.end());
    }

    @Override
    public void destroy() {
        timer.stop();
    }

    /** The time of one request that passes for us. */
    private final class Wait {

        private final Sinks.Empty<Void> over = Sinks.empty();
        private volatile boolean ended;
        private volatile Timeout limit = begin();

        private Timeout begin() {
            return timer.newTimeout(reached -> over.tryEmitEmpty(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        void pause() {
            limit.cancel();
        }

        void resume() {
            if (!ended) {
                limit = begin();
            }
        }

        void end() {
            ended = true;
            limit.cancel();
        }
    }

    private static final class Timed extends ServerHttpRequestDecorator {

        private final Wait wait;

        Timed(ServerHttpRequest request, Wait wait) {
            super(request);
            this.wait = wait;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnSubscribe(begin -> wait.pause()).doFinally(end -> wait.resume());
        }
    }
}
