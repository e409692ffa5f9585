package io.chom.tenants.usage.web;

import io.chom.tenants.usage.UsageIngest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Usage", description = "What was used, and what it comes to.")
@RequestMapping("/api/v1/usage/events")
class UsageEventsController {

    private final UsageIngest ingest;

    UsageEventsController(UsageIngest ingest) {
        this.ingest = ingest;
    }

    /** A batch as an array or as {@code {"events": […]}}; answers when what was accepted is durable. */
    @PostMapping
    @Operation(
            summary = "Send usage",
            description = "Up to 1,000 events; each is counted once, however often it is sent. Events never change: one"
                    + " with `corrects` replaces the quantity of an earlier one. Needs `usage:write`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            array = @ArraySchema(schema = @Schema(implementation = EventBody.class)))))
    @ApiResponse(responseCode = "202", description = "What became of each event; the accepted ones are durable")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ReceiptResponse> accept(ServerHttpRequest request) {
        return bytes(request)
                .map(UsageEventReader::batch)
                .flatMap(ingest::accept)
                .map(ReceiptResponse::of);
    }

    /** JSON whatever the content type says: {@code curl -d} calls it a form, which the framework would not bind. */
    private static Mono<byte[]> bytes(ServerHttpRequest request) {
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
