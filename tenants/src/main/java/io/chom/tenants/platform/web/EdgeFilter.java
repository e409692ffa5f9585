package io.chom.tenants.platform.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Leads each request through all gates, before anything else sees it. */
@Component
class EdgeFilter implements WebFilter, Ordered {

    private final List<Gate> gates;

    /** @param gates in their order */
    EdgeFilter(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    @Override
    public int getOrder() {
        return Edge.GATES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            var passage = new Passage(exchange);
            exchange.getResponse().beforeCommit(passage::answering);
            return passage.through(chain).doFinally(passage::leave);
        });
    }

    /** One request on its way. */
    private final class Passage {

        private final ServerWebExchange exchange;
        private final long began = System.nanoTime();
        private final AtomicBoolean done = new AtomicBoolean();
        private int entered;

        Passage(ServerWebExchange exchange) {
            this.exchange = exchange;
        }

        Mono<Void> through(WebFilterChain chain) {
            try {
                Mono<Void> answer = enter();
                return answer == null ? chain.filter(exchange) : answer;
            } catch (RuntimeException refused) {
                return Mono.error(refused);
            }
        }

        private @Nullable Mono<Void> enter() {
            for (Gate gate : gates) {
                Mono<Void> answer = gate.enter(exchange);
                entered++;
                if (answer != null) {
                    return answer;
                }
            }
            return null;
        }

        Mono<Void> answering() {
            beDone();
            return Mono.empty();
        }

        void leave(SignalType end) {
            beDone();
            long nanos = System.nanoTime() - began;
            for (int n = entered - 1; n >= 0; n--) {
                gates.get(n).left(exchange, end, nanos);
            }
        }

        private void beDone() {
            if (done.compareAndSet(false, true)) {
                for (int n = entered - 1; n >= 0; n--) {
                    gates.get(n).done(exchange);
                }
            }
        }
    }
}
