package io.chom.tenants.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.TenantsTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

@TenantsTest
class HealthTest {

    @Autowired
    Map<String, ReactiveHealthIndicator> indicators;

    @Autowired
    MeterRegistry meters;

    @Test
    void each_part_says_that_it_is_up() {
        assertThat(indicators).containsKeys("postgresHealthIndicator", "kafkaHealthIndicator");
        indicators.forEach((name, indicator) -> {
            var health = indicator.health(true).block(Duration.ofSeconds(10));
            assertThat(health).as(name).isNotNull();
            // No identity provider is configured in this context, and its indicator has to say just that.
            Status expected = name.startsWith("keycloak") ? Status.UNKNOWN : Status.UP;
            assertThat(health.getStatus()).as(name + " " + health).isEqualTo(expected);
        });
    }

    @Test
    void both_pools_are_metered() {
        assertThat(meters.find("r2dbc.pool.acquired").gauges())
                .extracting(gauge -> gauge.getId().getTag("name"))
                .contains("connectionFactory", "platformConnectionFactory");
    }
}
