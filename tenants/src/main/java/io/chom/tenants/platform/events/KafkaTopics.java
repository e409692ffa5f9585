package io.chom.tenants.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Creates topics that are missing, once per process. */
class KafkaTopics {

    private final BrokerAdmin admin;
    private final KafkaProperties kafka;
    private final Map<String, Mono<String>> known = new ConcurrentHashMap<>();

    KafkaTopics(BrokerAdmin admin, KafkaProperties kafka) {
        this.admin = admin;
        this.kafka = kafka;
    }

    /**
     * Completes when every partition of the topic is served. A failure is not remembered.
     *
     * <p>A producer that writes before that may lose its first records for good: of two requests under way the second can
     * be the first that a new partition takes, and the sequence of the first is refused from then on (KAFKA-15591).
     */
    Mono<Void> ensure(String topic) {
        return known.computeIfAbsent(
                        topic,
                        name -> create(name)
                                .then(Mono.defer(() -> served(name)))
                                .cache(
                                        ok -> Duration.ofMillis(Long.MAX_VALUE),
                                        failed -> Duration.ZERO,
                                        () -> Duration.ZERO))
                .then();
    }

    private Mono<Void> create(String topic) {
        var wanted = new NewTopic(topic, kafka.partitions(), kafka.replication());
        return answer(() -> admin.current().createTopics(List.of(wanted)).config(topic))
                .onErrorResume(TopicExistsException.class, exists -> Mono.empty())
                .then();
    }

    /** Asks each leader for an offset, which the client repeats until the leader knows that it is one. */
    private Mono<String> served(String topic) {
        return answer(() -> admin.current()
                        .describeTopics(List.of(topic))
                        .topicNameValues()
                        .get(topic))
                .flatMap(description -> answer(
                        () -> admin.current().listOffsets(latest(description)).all()))
                .retryWhen(Retry.backoff(8, Duration.ofMillis(50))
                        .filter(UnknownTopicOrPartitionException.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .thenReturn(topic);
    }

    private static Map<TopicPartition, OffsetSpec> latest(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    private static <T> Mono<T> answer(Supplier<KafkaFuture<T>> question) {
        return Mono.fromCompletionStage(() -> question.get().toCompletionStage());
    }
}
