package io.chom.tenants.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TenantsTest
class KafkaTopicsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    EventStream stream;

    @Autowired
    KafkaTopics topics;

    @Autowired
    BrokerAdmin admin;

    private final String topic = "test." + Uuids.next();

    @Test
    void creates_a_missing_topic_once_however_many_ask() {
        Flux.range(0, 50).flatMap(i -> topics.ensure(topic)).blockLast(PATIENCE);
        topics.ensure(topic).block(PATIENCE);

        var description = Mono.fromCompletionStage(admin.current()
                        .describeTopics(List.of(topic))
                        .topicNameValues()
                        .get(topic)
                        .toCompletionStage())
                .block(PATIENCE);
        assertThat(description).isNotNull();
        assertThat(description.partitions()).hasSize(12);
    }

    @RepeatedTest(5)
    void takes_many_requests_at_once_on_a_topic_that_was_just_created() {
        Flux.range(0, 50)
                .flatMap(call -> stream.publish(
                        topic,
                        IntStream.range(0, 40)
                                .mapToObj(i -> new StreamRecord(TenantId.next(), Acme.ID, "x".getBytes(UTF_8)))
                                .toList()))
                .blockLast(Duration.ofSeconds(10));
    }
}
