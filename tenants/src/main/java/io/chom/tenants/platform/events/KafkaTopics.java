package io.chom.tenants.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import reactor.core.publisher.Mono;

/** Creates topics that are missing, once per process. */
class KafkaTopics {

    private final Admin admin;
    private final KafkaProperties kafka;
    private final Map<String, Mono<Void>> known = new ConcurrentHashMap<>();

    KafkaTopics(Admin admin, KafkaProperties kafka) {
        this.admin = admin;
        this.kafka = kafka;
    }

    /** Completes when the topic is there. A failure is not remembered. */
    Mono<Void> ensure(String topic) {
        return known.computeIfAbsent(
                topic,
                name -> create(name)
                        .thenReturn(name)
                        .cache(ok -> Duration.ofMillis(Long.MAX_VALUE), failed -> Duration.ZERO, () -> Duration.ZERO)
                        .then());
    }

    private Mono<Void> create(String topic) {
        var wanted = new NewTopic(topic, kafka.partitions(), kafka.replication());
        return Mono.fromCompletionStage(() -> admin.createTopics(List.of(wanted))
                        .all()
                        .toCompletionStage()
                        .thenApply(ignored -> topic))
                .onErrorResume(TopicExistsException.class, exists -> Mono.empty())
                .then();
    }
}
