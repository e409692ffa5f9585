package io.chom.tenants.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantsTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.kafka.sender.KafkaSender;
import reactor.kafka.sender.SenderRecord;

@TenantsTest
class KafkaEventStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    EventStream stream;

    @Autowired
    KafkaSender<String, byte[]> sender;

    @Autowired
    BrokerAdmin admin;

    @Autowired
    MeterRegistry meters;

    private final String topic = "test." + Uuids.next();
    private final String group = "group-" + topic;
    private final List<StreamRecord> received = new CopyOnWriteArrayList<>();

    @Test
    void keeps_the_order_of_each_tenant_whoever_publishes_in_between() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<TenantId> tenants = Stream.generate(TenantId::next).limit(10).toList();
        Map<TenantId, List<String>> expected = new LinkedHashMap<>();
        List<List<StreamRecord>> calls = new ArrayList<>();
        for (int call = 0; call < 200; call++) {
            List<StreamRecord> records = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                TenantId tenant = tenants.get(random.nextInt(tenants.size()));
                var texts = expected.computeIfAbsent(tenant, any -> new ArrayList<>());
                texts.add(tenant + " " + texts.size());
                records.add(new StreamRecord(tenant, Acme.ID, texts.getLast().getBytes(UTF_8)));
            }
            calls.add(records);
        }
        var consumption = stream.consume(topic, group, this::keep);
        Flux.fromIterable(calls)
                .concatMap(records -> stream.publish(topic, records))
                .blockLast(PATIENCE);

        int total = calls.stream().mapToInt(List::size).sum();
        await().atMost(PATIENCE).until(() -> received.size() >= total);
        consumption.dispose();

        assertThat(received).hasSize(total).allMatch(record -> record.reseller().equals(Acme.ID));
        expected.forEach((tenant, texts) -> assertThat(texts(tenant)).isEqualTo(texts));
    }

    @Test
    void a_prepared_topic_is_there_and_the_publisher_knows_its_partitions() {
        stream.prepare(topic).block(PATIENCE);

        double waited = waitedForPartitions();
        publish("first");
        assertThat(waitedForPartitions()).isEqualTo(waited).isPositive();
    }

    /** How long the publisher has waited in its life to learn where partitions are, in nanoseconds. */
    private double waitedForPartitions() {
        return sender.doOnProducer(producer -> producer.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("metadata-wait-time-ns-total"))
                        .mapToDouble(metric -> (Double) metric.metricValue())
                        .sum())
                .block(PATIENCE);
    }

    @Test
    void delivers_a_batch_again_until_its_handler_succeeds_and_lets_nothing_overtake() {
        var attempts = new AtomicInteger();
        publish("first");
        var consumption = stream.consume(
                topic,
                group,
                batch -> attempts.incrementAndGet() <= 3
                        ? Mono.error(new IllegalStateException("on purpose"))
                        : keep(batch));
        await().atMost(PATIENCE).until(() -> attempts.get() > 0);
        publish("second");

        await().atMost(PATIENCE).until(() -> received.size() == 2);
        consumption.dispose();

        assertThat(texts(Acme.ID)).containsExactly("first", "second");
        assertThat(attempts.get()).isGreaterThanOrEqualTo(4);
        assertThat(meters.counter("chom.stream.failures", "topic", topic, "group", group, "stage", "handle")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void commits_after_the_handler_and_so_loses_nothing_when_a_consumer_stops_in_the_middle() {
        publish("unfinished");
        var started = new AtomicInteger();
        var stuck = (KafkaConsumption) stream.consume(topic, group, batch -> {
            started.incrementAndGet();
            return Mono.error(new IllegalStateException("never succeeds"));
        });
        await().atMost(PATIENCE).until(() -> started.get() > 0);
        assertThat(committed()).isZero();
        stuck.stop().block(PATIENCE);
        assertThat(committed()).isZero();

        var next = (KafkaConsumption) stream.consume(topic, group, this::keep);
        await().atMost(PATIENCE).until(() -> received.size() == 1);
        next.stop().block(PATIENCE);

        assertThat(texts(Acme.ID)).containsExactly("unfinished");
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void finishes_the_batch_under_way_before_it_stops_and_goes_on_there_afterwards() {
        publish("slow");
        Sinks.Empty<Void> answer = Sinks.empty();
        var begun = new AtomicInteger();
        var slow = (KafkaConsumption) stream.consume(topic, group, batch -> {
            begun.incrementAndGet();
            return answer.asMono().then(keep(batch));
        });
        await().atMost(PATIENCE).until(() -> begun.get() == 1);
        var stopped = slow.stop().toFuture();
        publish("after");
        assertThat(stopped).isNotDone();
        answer.tryEmitEmpty();
        Mono.fromFuture(stopped).block(PATIENCE);
        assertThat(texts(Acme.ID)).containsExactly("slow");
        assertThat(committed()).isEqualTo(1);

        var next = (KafkaConsumption) stream.consume(topic, group, this::keep);
        await().atMost(PATIENCE).until(() -> received.size() == 2);
        next.stop().block(PATIENCE);

        assertThat(texts(Acme.ID)).containsExactly("slow", "after");
    }

    @Test
    void shares_the_partitions_of_a_group_without_losing_or_repeating_a_committed_record() {
        var first = stream.consume(topic, group, this::keep);
        publish(IntStream.range(0, 500)
                .mapToObj(i -> record(TenantId.next(), "a" + i))
                .toList());
        await().atMost(PATIENCE).until(() -> received.size() >= 500);
        var second = stream.consume(topic, group, this::keep);
        publish(IntStream.range(0, 500)
                .mapToObj(i -> record(TenantId.next(), "b" + i))
                .toList());
        await().atMost(PATIENCE).until(() -> distinct() == 1_000);
        first.dispose();
        publish(IntStream.range(0, 500)
                .mapToObj(i -> record(TenantId.next(), "c" + i))
                .toList());
        await().atMost(PATIENCE).until(() -> distinct() == 1_500);
        second.dispose();
    }

    @Test
    void skips_and_counts_what_this_program_did_not_write() {
        publish("before");
        var foreign = new ProducerRecord<>(topic, Acme.ID.toString(), "no headers".getBytes(UTF_8));
        sender.send(Mono.just(SenderRecord.create(foreign, 0))).blockLast(PATIENCE);
        publish("behind");
        var consumption = stream.consume(topic, group, this::keep);
        await().atMost(PATIENCE).until(() -> received.size() == 2);
        consumption.dispose();

        assertThat(texts(Acme.ID)).containsExactly("before", "behind");
        assertThat(meters.counter("chom.stream.unreadable", "topic", topic).count())
                .isEqualTo(1);
    }

    private Mono<Void> keep(List<StreamRecord> batch) {
        return Mono.fromRunnable(() -> received.addAll(batch));
    }

    private void publish(String text) {
        publish(List.of(record(Acme.ID, text)));
    }

    private void publish(List<StreamRecord> records) {
        stream.publish(topic, records).block(PATIENCE);
    }

    private static StreamRecord record(TenantId tenant, String text) {
        return new StreamRecord(tenant, Acme.ID, text.getBytes(UTF_8));
    }

    private List<String> texts(TenantId tenant) {
        return received.stream()
                .filter(record -> record.tenant().equals(tenant))
                .map(record -> new String(record.payload(), UTF_8))
                .toList();
    }

    private long distinct() {
        return received.stream()
                .map(record -> new String(record.payload(), UTF_8))
                .distinct()
                .count();
    }

    private long committed() {
        var offsets = Mono.fromCompletionStage(admin.current()
                        .listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage())
                .block(PATIENCE);
        return offsets == null
                ? 0
                : offsets.values().stream().mapToLong(offset -> offset.offset()).sum();
    }
}
