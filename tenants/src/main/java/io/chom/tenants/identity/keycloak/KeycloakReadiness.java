package io.chom.tenants.identity.keycloak;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Waits for Keycloak, whose first start takes most of a minute, without holding a thread. */
@Component
class KeycloakReadiness {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakReadiness.class);
    private static final Retry AGAIN =
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(250)).maxBackoff(Duration.ofSeconds(3));

    private final KeycloakAdmin admin;
    private final boolean configured;
    private final AtomicBoolean said = new AtomicBoolean();

    KeycloakReadiness(KeycloakAdmin admin, KeycloakProperties keycloak) {
        this.admin = admin;
        this.configured = keycloak.url() != null;
    }

    /** Completes when it answers; never where none is configured. */
    Mono<Void> await() {
        return configured ? admin.ping().doOnError(e -> say()).retryWhen(AGAIN) : Mono.never();
    }

    /** Completes if it answers now; fails otherwise, and where none is configured. */
    Mono<Void> now() {
        return configured ? admin.ping() : Mono.error(() -> new IllegalStateException("chom.keycloak.url is not set."));
    }

    private void say() {
        if (said.compareAndSet(false, true)) {
            LOG.info("Waiting for Keycloak");
        }
    }
}
