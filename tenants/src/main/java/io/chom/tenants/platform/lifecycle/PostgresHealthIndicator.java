package io.chom.tenants.platform.lifecycle;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up while both pools hand out connections that answer; shown as {@code postgres}. */
@Component
class PostgresHealthIndicator extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseClient app;
    private final DatabaseClient platform;

    PostgresHealthIndicator(
            ConnectionFactory connectionFactory,
            @Qualifier("platformConnectionFactory") ConnectionFactory platformConnectionFactory) {
        this.app = DatabaseClient.create(connectionFactory);
        this.platform = DatabaseClient.create(platformConnectionFactory);
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        return Mono.zip(role(app), role(platform))
                .map(roles -> health.up()
                        .withDetail("app", roles.getT1())
                        .withDetail("platform", roles.getT2())
                        .build());
    }

    private static Mono<String> role(DatabaseClient database) {
        return database.sql("select current_user::text as role")
                .mapValue(String.class)
                .one()
                .timeout(PATIENCE);
    }
}
