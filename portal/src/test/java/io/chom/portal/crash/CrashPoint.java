package io.chom.portal.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where on the way of an event the program is killed. */
public enum CrashPoint {
    /** The API knows which events are new and has published none. */
    BEFORE_PUBLISHING("io.chom.tenants.usage.UsageIngest", "publish", Place::some, 30),

    /** The broker has the events; its answer has arrived and nobody has read it. */
    ACKNOWLEDGED(
            "org.apache.kafka.clients.producer.internals.Sender", "handleProduceResponse", Place::usagePartitions, 30),

    /** The events are durable and the caller has not been told. */
    BEFORE_THE_ANSWER("io.chom.tenants.usage.web.ReceiptResponse", "of", Place::any, 30),

    /** The worker holds a batch and has done nothing with it. */
    BEFORE_COUNTING("io.chom.tenants.usage.UsageCounting", "count", Place::some, 10),

    /** In the transaction, which holds the tenant's lock and has written nothing. */
    BEFORE_WRITING("io.chom.tenants.usage.UsageEvents", "insert", Place::any, 10),

    /** In the one statement, which has written the events and waits to write the rollups: the database is held there. */
    BETWEEN_EVENTS_AND_ROLLUPS(40),

    /** Events and rollups are written, the news of them is not, and nothing is committed. */
    BEFORE_COMMITTING("io.chom.tenants.usage.UsageChanges", "body", Place::any, 10),

    /** The transactions of the batch are committed, its offsets are not. */
    BEFORE_THE_OFFSETS("io.chom.tenants.platform.events.KafkaConsumption", "commit", Place::usageRecords, 10),

    /** The broker has the offsets, and the next batch has not begun. */
    AFTER_THE_OFFSETS(
            "reactor.kafka.receiver.internals.ConsumerEventLoop$CommitEvent",
            "handleSuccess",
            Place::usagePartitions,
            10),

    /** An event is committed with its cause and read by the relay, which has published nothing. */
    BEFORE_SHIPPING("io.chom.tenants.platform.outbox.OutboxRelay", "shipBatch", Place::someOfTwo, 5),

    /** The broker has the relay's events and the outbox does not say so. */
    BEFORE_MARKING("io.chom.tenants.platform.outbox.OutboxRelay", "mark", Place::some, 5),

    /** The outbox says that they are shipped, and that is committed. */
    AFTER_MARKING("io.chom.tenants.platform.outbox.OutboxRelay", "lambda$ship$-", Place::notNone, 5);

    private static final Map<String, List<CrashPoint>> BY_TYPE = Arrays.stream(values())
            .filter(CrashPoint::isInCode)
            .collect(Collectors.groupingBy(point -> point.place().orElseThrow().internalType()));

    private final @Nullable Place place;
    private final int furthest;

    CrashPoint(String type, String method, Predicate<Object[]> counts, int furthest) {
        this.place = new Place(type, method, counts);
        this.furthest = furthest;
    }

    CrashPoint(int furthest) {
        this.place = null;
        this.furthest = furthest;
    }

    /** Whether the agent finds it; the other one has to be killed from outside. */
    public boolean isInCode() {
        return place != null;
    }

    /** The latest passing at which to kill, at least 1. */
    public int furthest() {
        return furthest;
    }

    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** Those of a class, by its internal name. */
    static List<CrashPoint> in(String type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }
}
