package io.chom.tenants.developer.web;

import io.chom.tenants.developer.calls.CallLog;
import io.chom.tenants.developer.calls.Route;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.platform.web.Gate;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.SignalType;

/** Counts each call with a key by its route, what became of it and how long it took. */
@Component
class CallGate implements Gate {

    private static final int OK = 200;
    /** What a client that went away is counted as: there is no answer, and it is no fault of ours. */
    private static final int GIVEN_UP = 499;

    private final CallLog log;

    CallGate(CallLog log) {
        this.log = log;
    }

    @Override
    public int getOrder() {
        return Edge.COUNTING;
    }

    @Override
    public void left(ServerWebExchange exchange, SignalType end, long nanos) {
        Acting acting = Edge.acting(exchange);
        if (acting != null) {
            log.note(acting, route(exchange), status(exchange, end), nanos);
        }
    }

    private static Route route(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null
                ? Route.OTHER
                : new Route(exchange.getRequest().getMethod().name(), pattern.getPatternString());
    }

    private static int status(ServerWebExchange exchange, SignalType end) {
        if (end == SignalType.CANCEL && !exchange.getResponse().isCommitted()) {
            return GIVEN_UP;
        }
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? OK : status.value();
    }
}
