package io.chom.tenants.platform.web;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Protects every answer; a handler that needs another policy for its page sets its own. */
@Component
class SecurityHeadersGate implements Gate {

    @Override
    public int getOrder() {
        return Edge.SECURITY_HEADERS;
    }

    @Override
    public void done(ServerWebExchange exchange) {
        Edge.protect(exchange.getResponse().getHeaders(), Edge.isSecure(exchange));
    }
}
