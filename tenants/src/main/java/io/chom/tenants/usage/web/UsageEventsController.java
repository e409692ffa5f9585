package io.chom.tenants.usage.web;

import io.chom.tenants.usage.UsageIngest;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes usage in. */
@RestController
@RequestMapping("/api/v1/usage/events")
class UsageEventsController {

    private final UsageIngest ingest;

    UsageEventsController(UsageIngest ingest) {
        this.ingest = ingest;
    }

    /**
     * A batch as an array or as {@code {"events": […]}}; answers when what was accepted is durable. It is read as JSON
     * whatever the content type says: {@code curl -d} calls it a form.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ReceiptResponse> accept(ServerHttpRequest request) {
        return body(request)
                .map(UsageEventReader::batch)
                .flatMap(ingest::accept)
                .map(ReceiptResponse::of);
    }

    /** Not {@code @RequestBody}: the framework refuses to read what calls itself a form. */
    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody())
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }
}
