package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Refuses a body over the limit: at once when it says its length, else as soon as it has grown over. */
@Component
class BodyLimitFilter implements WebFilter, Ordered {

    private final DataSize limit;

    BodyLimitFilter(EdgeProperties properties) {
        this.limit = properties.maxBody();
    }

    @Override
    public int getOrder() {
        return Edge.BODY_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getContentLength() > limit.toBytes()) {
            return Mono.error(tooLarge());
        }
        return chain.filter(
                exchange.mutate().request(new Limited(exchange.getRequest())).build());
    }

    private Refused tooLarge() {
        return new Refused(new Failure.TooLarge(
                "body-too-large", "A body has at most " + limit.toBytes() + " bytes. Send it in parts."));
    }

    private final class Limited extends ServerHttpRequestDecorator {

        Limited(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var seen = new AtomicLong();
            return super.getBody().handle((buffer, sink) -> pass(seen, buffer, sink));
        }

        private void pass(AtomicLong seen, DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
            if (seen.addAndGet(buffer.readableByteCount()) > limit.toBytes()) {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge());
            } else {
                sink.next(buffer);
            }
        }
    }
}
