package io.chom.tenants.platform.events;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Up while the broker answers; shown as {@code kafka}. */
class KafkaHealthIndicator extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Admin admin;

    KafkaHealthIndicator(Admin admin) {
        this.admin = admin;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        return Mono.fromCompletionStage(
                        () -> admin.describeCluster(options).nodes().toCompletionStage())
                .timeout(PATIENCE.plusSeconds(1))
                .map(nodes -> health.up().withDetail("brokers", nodes.size()).build());
    }
}
