package io.chom.tenants.platform.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.SignalType;

/** One structured line for each request: its id, whose it was, what became of it. Never its key, query or body. */
@Component
class RequestLogGate implements Gate {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLogGate.class);

    @Override
    public int getOrder() {
        return Edge.LOG;
    }

    @Override
    public void left(ServerWebExchange exchange, SignalType end, long nanos) {
        var request = exchange.getRequest();
        var status = exchange.getResponse().getStatusCode();
        LOG.atInfo()
                .addKeyValue("request_id", Edge.requestId(exchange))
                .addKeyValue("tenant", Edge.tenant(exchange))
                .addKeyValue("method", request.getMethod().name())
                .addKeyValue("path", request.getPath().value())
                .addKeyValue("status", status == null ? 200 : status.value())
                .addKeyValue("duration_ms", Duration.ofNanos(nanos).toMillis())
                .log(end == SignalType.CANCEL ? "request given up by the client" : "request");
    }
}
