package io.chom.tenants.support.containers;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;

/** One Kafka node that makes no topic by itself. */
final class KafkaServer {

    private KafkaServer() {}

    @SuppressWarnings("resource") // ends with the JVM
    static Map<String, String> start() {
        var server = new KafkaContainer(Server.KAFKA.image()).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        server.start();
        return Map.of("chom.kafka.bootstrap-servers", server.getBootstrapServers());
    }
}
