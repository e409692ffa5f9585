package io.chom.tenants.platform.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** One structured line for each request: its id, whose it was, what became of it. Never its key, query or body. */
@Component
class RequestLogFilter implements WebFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLogFilter.class);

    @Override
    public int getOrder() {
        return Edge.LOG;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long began = System.nanoTime();
        return chain.filter(exchange).doFinally(signal -> note(exchange, signal, System.nanoTime() - began));
    }

    private static void note(ServerWebExchange exchange, SignalType signal, long nanos) {
        var request = exchange.getRequest();
        var status = exchange.getResponse().getStatusCode();
        LOG.atInfo()
                .addKeyValue("request_id", Edge.requestId(exchange))
                .addKeyValue("tenant", Edge.tenant(exchange))
                .addKeyValue("method", request.getMethod().name())
                .addKeyValue("path", request.getPath().value())
                .addKeyValue("status", status == null ? 200 : status.value())
                .addKeyValue("duration_ms", Duration.ofNanos(nanos).toMillis())
                .log(signal == SignalType.CANCEL ? "request given up by the client" : "request");
    }
}
