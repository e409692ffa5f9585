package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartTest {

    private static final String ONLY = "--chom.embedded.parts=kafka";
    private static final String TOPIC = "words";

    @TempDir
    private Path data;

    @Test
    void records_and_committed_offsets_survive_a_restart() throws Exception {
        try (Embedded first = Embedded.start(data, ONLY)) {
            createTopic(first);
            send(first, "one", "two");
            assertThat(consume(first, 2)).containsExactly("one", "two");
        }
        try (Embedded second = Embedded.start(data, ONLY)) {
            send(second, "three");
            assertThat(consume(second, 1)).containsExactly("three");
        }
    }

    @Test
    void records_survive_a_killed_process() throws Exception {
        Process killed = TestProgram.start(data, ONLY);
        try (Embedded beside = Embedded.start(data, ONLY)) {
            createTopic(beside);
            send(beside, "one");
        }
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        try (Embedded embedded = Embedded.start(data, ONLY)) {
            assertThat(consume(embedded, 1)).containsExactly("one");
        }
    }

    @Test
    void a_topic_exists_only_if_somebody_made_it() {
        try (Embedded embedded = Embedded.start(data, ONLY);
                Admin admin = Admin.create(client(embedded))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("unheard-of"))
                            .allTopicNames()
                            .get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void createTopic(Embedded embedded) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client(embedded))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(Embedded embedded, String... words) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client(embedded), new StringSerializer(), new StringSerializer())) {
            for (String word : words) {
                producer.send(new ProducerRecord<>(TOPIC, word)).get();
            }
        }
    }

    private static List<String> consume(Embedded embedded, int count) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(embedded), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            List<String> words = new ArrayList<>();
            for (int second = 0; words.size() < count && second < 30; second++) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(1))) {
                    words.add(found.value());
                }
            }
            consumer.commitSync();
            return words;
        }
    }

    private static Map<String, Object> client(Embedded embedded) {
        return Map.of(
                "bootstrap.servers", embedded.property("chom.kafka.bootstrap-servers"),
                "group.id", "readers",
                "auto.offset.reset", "earliest");
    }
}
