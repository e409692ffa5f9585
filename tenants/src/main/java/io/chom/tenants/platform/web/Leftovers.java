package io.chom.tenants.platform.web;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * Takes what a client has sent and nobody has read. A connection that is closed with something unread in it is reset, and
 * then the client may never see the answer that says why.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private Leftovers() {}

    /** Completes when all is taken, or this was read before, or it takes too long. */
    static Mono<Void> take(ServerHttpRequest request, long mostBytes) {
        long length = request.getHeaders().getContentLength();
        return length == 0 || length > mostBytes
                ? Mono.empty()
                : request.getBody()
                        .doOnNext(DataBufferUtils::release)
                        .then()
                        .timeout(PATIENCE)
                        .onErrorComplete();
    }
}
