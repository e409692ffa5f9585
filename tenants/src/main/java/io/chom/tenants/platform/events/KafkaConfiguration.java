package io.chom.tenants.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.kafka.sender.KafkaSender;
import reactor.kafka.sender.SenderOptions;

/** The clients of one broker: one administrator, one producer, and a consumer per consumption. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaConfiguration {

    /** Shorter than anybody waits for the administrator, which leaves a silent connection only when a request times out. */
    private static final Duration ADMIN_REQUEST = BrokerWatch.PATIENCE.minusSeconds(1);

    @Bean
    BrokerAdmin brokerAdmin(KafkaProperties kafka) {
        return new BrokerAdmin(() -> Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "chom-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ADMIN_REQUEST.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000)));
    }

    @Bean(destroyMethod = "close")
    KafkaSender<String, byte[]> kafkaSender(KafkaProperties kafka) {
        return KafkaSender.create(SenderOptions.<String, byte[]>create(Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "chom-producer",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        (int) kafka.linger().toMillis(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        kafka.publishTimeout().toMillis(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) kafka.publishTimeout().toMillis()))
                .withKeySerializer(new StringSerializer())
                .withValueSerializer(new ByteArraySerializer())
                .maxInFlight(4096));
    }

    @Bean
    KafkaTopics kafkaTopics(BrokerAdmin brokerAdmin, KafkaProperties kafka) {
        return new KafkaTopics(brokerAdmin, kafka);
    }

    @Bean
    BrokerWatch brokerWatch(BrokerAdmin brokerAdmin) {
        return new BrokerWatch(brokerAdmin);
    }

    @Bean
    KafkaEventStream eventStream(
            KafkaProperties kafka,
            KafkaTopics topics,
            KafkaSender<String, byte[]> kafkaSender,
            BrokerWatch brokerWatch,
            MeterRegistry meters) {
        return new KafkaEventStream(kafka, topics, kafkaSender, brokerWatch, meters);
    }

    @Bean
    KafkaHealthIndicator kafkaHealthIndicator(BrokerWatch brokerWatch) {
        return new KafkaHealthIndicator(brokerWatch);
    }
}
