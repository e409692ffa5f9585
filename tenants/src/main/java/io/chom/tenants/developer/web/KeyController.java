package io.chom.tenants.developer.web;

import io.chom.tenants.developer.ApiKeyId;
import io.chom.tenants.developer.ApiKeyService;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.web.ShownOnce;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The keys of the tenant that a key acts for. */
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys", description = "Keys by which programs act for your organisation.")
class KeyController {

    private final ApiKeyService keys;

    KeyController(ApiKeyService keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "List keys", description = "Newest first, revoked ones too. Needs `keys:read`.")
    @ApiResponse(responseCode = "200", description = "A page of keys")
    Mono<KeyPage> list(
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        return keys.list(cursor == null ? null : new Cursor(cursor), limit).map(KeyPage::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Issue a key",
            description =
                    "The secret is in this answer only; keep it. Needs `keys:write`, and every scope of the new key.")
    @ApiResponse(responseCode = "201", description = "The key with its secret")
    Mono<IssuedKeyBody> issue(@RequestBody NewKeyBody wanted, ServerWebExchange exchange) {
        ShownOnce.field(exchange, "secret");
        return keys.issue(wanted.checked()).map(IssuedKeyBody::of);
    }

    @PostMapping("/{id}/rotation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Rotate a key",
            description = "Issues a successor; the old key works on for the overlap. Needs `keys:write`.")
    @ApiResponse(responseCode = "201", description = "The successor with its secret")
    Mono<IssuedKeyBody> rotate(
            @PathVariable String id, @RequestBody RotationBody rotation, ServerWebExchange exchange) {
        ShownOnce.field(exchange, "secret");
        return keys.rotate(idOf(id), Duration.ofSeconds(rotation.overlapSeconds()))
                .map(IssuedKeyBody::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a key", description = "It stops working within a second. Needs `keys:write`.")
    @ApiResponse(responseCode = "204", description = "Revoked")
    Mono<Void> revoke(@PathVariable String id) {
        return keys.revoke(idOf(id));
    }

    /** A text that is no id names nothing that is there. */
    private static ApiKeyId idOf(String text) {
        try {
            return ApiKeyId.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(Failure.NotFound.of("key"));
        }
    }
}
