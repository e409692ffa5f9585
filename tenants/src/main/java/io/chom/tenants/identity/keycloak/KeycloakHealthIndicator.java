package io.chom.tenants.identity.keycloak;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up while Keycloak answers; shown as {@code keycloak}. */
@Component
class KeycloakHealthIndicator extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KeycloakAdmin admin;
    private final KeycloakProperties keycloak;

    KeycloakHealthIndicator(KeycloakAdmin admin, KeycloakProperties keycloak) {
        this.admin = admin;
        this.keycloak = keycloak;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        return keycloak.url() == null
                ? Mono.just(health.unknown()
                        .withDetail("setting", "chom.keycloak.url")
                        .build())
                : admin.ping().timeout(PATIENCE).thenReturn(health.up().build());
    }
}
