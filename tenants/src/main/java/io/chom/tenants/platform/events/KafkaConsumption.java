package io.chom.tenants.platform.events;

import io.chom.tenants.platform.EventStream.BatchHandler;
import io.chom.tenants.platform.StreamRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverRecord;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * One handler on one topic. Batches are handled one after the other; offsets are committed after the handler completes.
 * A batch that fails is handled again, with growing pauses, until it succeeds: an outage downstream delays records and
 * loses none, and no record overtakes another of its tenant.
 */
class KafkaConsumption implements Disposable {

    private static final Duration LEAVE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(KafkaConsumption.class);
    private static final List<ReceiverRecord<String, byte[]>> END = List.of();

    private final KafkaProperties kafka;
    private final KafkaTopics topics;
    private final MeterRegistry meters;
    private final String topic;
    private final String group;
    private final BatchHandler handler;
    private final Sinks.Empty<List<ReceiverRecord<String, byte[]>>> end = Sinks.empty();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private volatile LeavingConsumer consumer = new LeavingConsumer();
    private volatile boolean stopping;

    KafkaConsumption(
            KafkaProperties kafka,
            KafkaTopics topics,
            MeterRegistry meters,
            String topic,
            String group,
            BatchHandler handler) {
        this.kafka = kafka;
        this.topics = topics;
        this.meters = meters;
        this.topic = topic;
        this.group = group;
        this.handler = handler;
    }

    void start(Runnable atEnd) {
        topics.ensure(topic)
                .then(Mono.defer(this::untilStopped))
                .retryWhen(pauses("consume"))
                .onErrorComplete()
                .then(Mono.defer(() -> consumer.left().timeout(LEAVE, Mono.empty())))
                .doFinally(signal -> {
                    atEnd.run();
                    closed.tryEmitEmpty();
                })
                .subscribe();
    }

    /** Completes when the batch under way is handled, its offsets are committed and the consumer has left its group. */
    Mono<Void> stop() {
        dispose();
        return closed.asMono();
    }

    @Override
    public void dispose() {
        stopping = true;
        end.tryEmitEmpty();
    }

    @Override
    public boolean isDisposed() {
        return stopping;
    }

    /** The end travels in the same queue as the batches, so it takes effect between two of them. */
    private Mono<Void> untilStopped() {
        consumer = new LeavingConsumer();
        var batches = KafkaReceiver.create(consumer, ConsumerOptions.of(kafka, topic, group))
                .receiveBatch(1)
                .concatMap(Flux::collectList, 1);
        return Flux.merge(1, batches, end.asMono().defaultIfEmpty(END))
                .concatMap(this::process, 1)
                .takeUntil(handled -> stopping)
                .then();
    }

    private Mono<Boolean> process(List<ReceiverRecord<String, byte[]>> batch) {
        return batch.isEmpty() || stopping ? Mono.just(true) : handle(batch).thenReturn(true);
    }

    private Mono<Void> handle(List<ReceiverRecord<String, byte[]>> batch) {
        var records = batch.stream().flatMap(this::readable).toList();
        return Mono.defer(() -> records.isEmpty() ? Mono.empty() : handler.handle(records))
                .retryWhen(pauses("handle"))
                .then(Mono.defer(() -> commit(batch)))
                .doOnSuccess(done -> meters.counter("chom.stream.consumed", "topic", topic, "group", group)
                        .increment(records.size()));
    }

    private static Mono<Void> commit(List<ReceiverRecord<String, byte[]>> batch) {
        batch.subList(0, batch.size() - 1)
                .forEach(record -> record.receiverOffset().acknowledge());
        return batch.getLast().receiverOffset().commit();
    }

    private Stream<StreamRecord> readable(ReceiverRecord<String, byte[]> record) {
        var read = KafkaRecords.read(record);
        if (read.isEmpty()) {
            LOG.error(
                    "Skipped {} at {} of {}: not written by this program", record.offset(), record.partition(), topic);
            meters.counter("chom.stream.unreadable", "topic", topic).increment();
        }
        return read.stream();
    }

    private RetryBackoffSpec pauses(String stage) {
        return Retry.backoff(Long.MAX_VALUE, kafka.retryDelay())
                .maxBackoff(kafka.maxRetryDelay())
                .filter(failure -> !stopping)
                .doBeforeRetry(signal -> {
                    meters.counter("chom.stream.failures", "topic", topic, "group", group, "stage", stage)
                            .increment();
                    LOG.warn("{} of {} by {} failed, trying again", stage, topic, group, signal.failure());
                });
    }
}
