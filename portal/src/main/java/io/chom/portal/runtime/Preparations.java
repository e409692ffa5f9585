package io.chom.portal.runtime;

import io.chom.tenants.platform.Preparation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the roles want done before the process says that it is ready, done while the doors are built. */
final class Preparations {

    private static final Logger LOG = LoggerFactory.getLogger(Preparations.class);

    /** A part that is away must not keep the rest from being served. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Preparations() {}

    /** Begins all; completes when each is done or has failed, after 15 seconds at the latest. */
    static CompletableFuture<Void> begin(ApplicationContext root) {
        return Flux.fromStream(root.getBeanProvider(Preparation.class).stream())
                .flatMap(Preparations::one)
                .then()
                .toFuture();
    }

    private static Mono<Void> one(Preparation preparation) {
        return preparation
                .prepare()
                .timeout(PATIENCE)
                .doOnError(error ->
                        LOG.warn("{} is not prepared", preparation.getClass().getSimpleName(), error))
                .onErrorComplete();
    }
}
