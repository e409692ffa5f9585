package io.chom.tenants.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import reactor.kafka.receiver.ReceiverOptions;

/** How we read: in batches, from the first record, committing only what we say. */
final class ConsumerOptions {

    private ConsumerOptions() {}

    static ReceiverOptions<String, byte[]> of(KafkaProperties kafka, String topic, String group) {
        return ReceiverOptions.<String, byte[]>create(Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        (int) kafka.sessionTimeout().toMillis(),
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        (int) kafka.sessionTimeout().dividedBy(4).toMillis(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2000,
                        // After which a connection that has gone silent is given up.
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        8_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        20_000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false))
                .withKeyDeserializer(new StringDeserializer())
                .withValueDeserializer(new ByteArrayDeserializer())
                .commitInterval(Duration.ZERO)
                .commitBatchSize(0)
                .maxDelayRebalance(Duration.ofSeconds(20))
                .closeTimeout(Duration.ofSeconds(10))
                .subscription(List.of(topic));
    }
}
