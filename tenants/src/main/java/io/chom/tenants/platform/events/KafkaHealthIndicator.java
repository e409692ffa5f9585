package io.chom.tenants.platform.events;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Up while the broker answers; shown as {@code kafka}. */
class KafkaHealthIndicator extends AbstractReactiveHealthIndicator {

    private final BrokerWatch broker;

    KafkaHealthIndicator(BrokerWatch broker) {
        this.broker = broker;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        return broker.brokers()
                .map(brokers -> health.up().withDetail("brokers", brokers).build());
    }
}
