package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Events that were committed to the outbox, and what a reader of the stream has seen of them, tenant by tenant. */
final class OutboxBooks implements AutoCloseable {

    private static final String TOPIC = "chom.events";

    private final CrashHouse house;
    private final Database database;
    private final Map<String, List<String>> recorded = new LinkedHashMap<>();
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();
    private final KafkaConsumer<String, byte[]> stream;
    private int sightings;
    private int next;

    OutboxBooks(CrashHouse house, Database database, String brokers) {
        this.house = house;
        this.database = database;
        var settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        this.stream = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Records event after event, as a change of any module does, until told to stop. */
    Void recordUntil(CountDownLatch stop) throws InterruptedException, SQLException {
        do {
            record(house.customers().get(next++ % house.customers().size()));
        } while (!stop.await(60, TimeUnit.MILLISECONDS));
        return null;
    }

    private void record(UUID tenant) throws SQLException {
        String id = UUID.randomUUID().toString();
        database.run("""
                insert into platform.outbox (id, tenant_id, reseller_id, type, payload, created_at)
                values ('%s', '%s', '%s', 'crash.recorded', '{}', now());
                select pg_notify('chom', 'outbox ')
                """.formatted(id, tenant, house.reseller()));
        recorded.computeIfAbsent(tenant.toString(), any -> new ArrayList<>()).add(id);
    }

    /** What was recorded is on the stream, nothing else is, in the order of each tenant, and the outbox says so. */
    void agree() throws SQLException {
        Awaitility.await("all events to be shipped")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("platform.outbox where published_at is null"))
                        .isZero());
        read();
        assertThat(seen.keySet()).isEqualTo(recorded.keySet());
        recorded.forEach(
                (tenant, ids) -> assertThat(seen.get(tenant)).as(tenant).containsExactlyElementsOf(ids));
    }

    /** Reads the stream from where it was left to its present end. */
    private void read() {
        if (stream.assignment().isEmpty()) {
            stream.assign(stream.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList());
            stream.seekToBeginning(stream.assignment());
        }
        var ends = stream.endOffsets(stream.assignment());
        while (ends.entrySet().stream().anyMatch(end -> stream.position(end.getKey()) < end.getValue())) {
            stream.poll(Duration.ofMillis(100)).forEach(each -> see(each.key(), each.value()));
        }
    }

    private void see(String tenant, byte[] envelope) {
        String id = JsonMapper.shared().readTree(envelope).get("id").asString();
        sightings++;
        seen.computeIfAbsent(tenant, any -> new LinkedHashSet<>()).add(id);
    }

    int size() {
        return recorded.values().stream().mapToInt(List::size).sum();
    }

    /** How many were shipped more than once. */
    int repeats() {
        return sightings - size();
    }

    @Override
    public void close() {
        stream.close();
    }
}
