package io.chom.tenants.identity.keycloak;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The administrator's token: fetched once for all who wait, and again shortly before it ends. */
class AdminTokens {

    private static final long EARLY_SECONDS = 15;

    private final WebClient client;
    private final KeycloakProperties.@Nullable Login admin;
    private final Clock clock;
    private final Mono<Token> current;

    AdminTokens(WebClient client, KeycloakProperties.@Nullable Login admin, Clock clock) {
        this.client = client;
        this.admin = admin;
        this.clock = clock;
        this.current =
                fetch(Map.of()).cacheInvalidateIf(token -> !token.endsAt().isAfter(clock.instant()));
    }

    private record Token(String text, Instant endsAt) {}

    /** The token for internal requests. */
    Mono<String> token() {
        return current.map(Token::text);
    }

    /** A token for requests that are answered as if they came to a public address: its issuer is that address. */
    Mono<String> token(Map<String, String> forwarded) {
        return fetch(forwarded).map(Token::text);
    }

    private Mono<Token> fetch(Map<String, String> forwarded) {
        return Mono.defer(() -> {
            if (admin == null) {
                return Mono.error(
                        new IllegalStateException("Set chom.keycloak.admin.user and chom.keycloak.admin.password."));
            }
            return client.post()
                    .uri("/realms/master/protocol/openid-connect/token")
                    .headers(headers -> forwarded.forEach(headers::set))
                    .body(BodyInserters.fromFormData(form(admin)))
                    .retrieve()
                    .bodyToMono(JsonNode.class)
                    .map(this::token);
        });
    }

    private static LinkedMultiValueMap<String, String> form(KeycloakProperties.Login admin) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", admin.user());
        form.add("password", admin.password());
        return form;
    }

    private Token token(JsonNode answer) {
        long seconds = Math.max(1, answer.path("expires_in").asLong() - EARLY_SECONDS);
        return new Token(answer.path("access_token").asString(), clock.instant().plusSeconds(seconds));
    }
}
