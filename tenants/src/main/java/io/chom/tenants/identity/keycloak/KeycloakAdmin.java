package io.chom.tenants.identity.keycloak;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Requests to Keycloak's admin interface. A thing that is missing is an empty answer, any other refusal an error. */
class KeycloakAdmin {

    private final WebClient client;
    private final AdminTokens tokens;

    KeycloakAdmin(WebClient client, AdminTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /** The document, or empty if there is none. */
    Mono<JsonNode> get(String path, Object... variables) {
        return tokens.token()
                .flatMap(token -> request(HttpMethod.GET, token, path, variables)
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .onErrorResume(WebClientResponseException.NotFound.class, e -> Mono.empty())
                .onErrorMap(WebClientRequestException.class, KeycloakAdmin::unreachable);
    }

    /** Creates; yields where the new thing is, or nothing if Keycloak does not say so. */
    Mono<URI> post(JsonNode body, String path, Object... variables) {
        return send(HttpMethod.POST, Map.of(), body, path, variables);
    }

    /** Replaces. */
    Mono<Void> put(JsonNode body, String path, Object... variables) {
        return send(HttpMethod.PUT, Map.of(), body, path, variables).then();
    }

    /** Replaces, by a request whose links lead to a public address. */
    Mono<Void> putFrom(Map<String, String> forwarded, JsonNode body, String path, Object... variables) {
        return send(HttpMethod.PUT, forwarded, body, path, variables).then();
    }

    /** Removes; fine if it is gone. */
    Mono<Void> delete(String path, Object... variables) {
        return send(HttpMethod.DELETE, Map.of(), null, path, variables)
                .onErrorResume(WebClientResponseException.NotFound.class, e -> Mono.empty())
                .then();
    }

    /** Whether it answers at all. */
    Mono<Void> ping() {
        return client.get().uri("/realms/master").retrieve().toBodilessEntity().then();
    }

    private Mono<URI> send(
            HttpMethod method,
            Map<String, String> forwarded,
            @Nullable JsonNode body,
            String path,
            Object... variables) {
        return (forwarded.isEmpty() ? tokens.token() : tokens.token(forwarded))
                .flatMap(token -> {
                    var request =
                            request(method, token, path, variables).headers(headers -> forwarded.forEach(headers::set));
                    return (body == null ? request : request.bodyValue(body))
                            .retrieve()
                            .toBodilessEntity();
                })
                .mapNotNull(answer -> answer.getHeaders().getLocation())
                .onErrorMap(WebClientRequestException.class, KeycloakAdmin::unreachable);
    }

    private WebClient.RequestBodySpec request(HttpMethod method, String token, String path, Object... variables) {
        return client.method(method).uri("/admin" + path, variables).headers(headers -> headers.setBearerAuth(token));
    }

    /** Whether Keycloak refuses because the thing is there already. */
    static boolean isConflict(Throwable error) {
        return error instanceof WebClientResponseException answer
                && answer.getStatusCode().isSameCodeAs(HttpStatusCode.valueOf(409));
    }

    private static Refused unreachable(Throwable cause) {
        var refused = new Refused(new Failure.Unavailable(
                "identity.unavailable", "Log-in does not answer at present. Try again in a minute."));
        refused.addSuppressed(cause);
        return refused;
    }
}
