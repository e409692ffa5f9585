package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Fingerprint;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request with its body in memory, which the body limit keeps small. */
final class RepeatableRequest extends ServerHttpRequestDecorator {

    private final byte[] body;

    private RepeatableRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static Mono<RepeatableRequest> of(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody())
                .map(RepeatableRequest::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> new RepeatableRequest(request, body));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** Same method, address and body: the same request. */
    Fingerprint fingerprint() {
        String path = getURI().getRawPath() + "?" + getURI().getRawQuery();
        return Fingerprint.of(getMethod().name(), path, body);
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }
}
