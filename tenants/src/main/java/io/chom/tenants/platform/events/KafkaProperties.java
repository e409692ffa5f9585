package io.chom.tenants.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is and how its topics are made.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param partitions of a topic that is created, at least 1; bounds how many consumers share it
 * @param replication of a topic that is created, 1 to the number of brokers
 * @param linger how long a producer waits for more records to send along
 * @param publishTimeout after which a publication that is not acknowledged fails
 * @param sessionTimeout after which a consumer that gave no sign is taken for dead and its partitions go to others; the
 *     broker allows 6 s or more
 * @param retryDelay first pause before a failed batch is handled again; doubles up to {@code maxRetryDelay}
 */
@ConfigurationProperties("chom.kafka")
record KafkaProperties(
        String bootstrapServers,
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("3ms") Duration linger,
        @DefaultValue("15s") Duration publishTimeout,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("200ms") Duration retryDelay,
        @DefaultValue("10s") Duration maxRetryDelay) {}
