package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Answer;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds an answer back until the work behind it is committed. */
final class CapturedResponse extends ServerHttpResponseDecorator {

    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION);

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    CapturedResponse(ServerHttpResponse response) {
        super(response);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> buffers) {
        return Flux.from(buffers).doOnNext(this::keep).then();
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> parts) {
        return Flux.from(parts).concatMap(this::writeWith).then();
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.empty();
    }

    private void keep(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        body.writeBytes(bytes);
    }

    /** What there is to keep. */
    Answer answer() {
        HttpStatusCode status = getStatusCode();
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT) {
            String value = getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Answer((status == null ? HttpStatus.OK : status).value(), headers, body.toByteArray());
    }

    /** Sends what was held back. */
    Mono<Void> send() {
        return send(getDelegate(), body::toByteArray);
    }

    /** Sends a kept answer. */
    static Mono<Void> send(ServerHttpResponse response, Answer kept) {
        response.setRawStatusCode(kept.status());
        kept.headers().forEach(response.getHeaders()::set);
        return send(response, kept::body);
    }

    private static Mono<Void> send(ServerHttpResponse response, Supplier<byte[]> body) {
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body.get())));
    }
}
