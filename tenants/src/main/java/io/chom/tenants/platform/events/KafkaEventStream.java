package io.chom.tenants.platform.events;

import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.StreamRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.DisconnectException;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.kafka.sender.KafkaSender;

/** Publishes and consumes on Kafka. Stops its consumptions, each after the batch under way, when the context closes. */
class KafkaEventStream implements EventStream, SmartLifecycle {

    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final KafkaProperties kafka;
    private final KafkaTopics topics;
    private final KafkaSender<String, byte[]> sender;
    private final BrokerWatch broker;
    private final MeterRegistry meters;
    private final Set<KafkaConsumption> consumptions = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    KafkaEventStream(
            KafkaProperties kafka,
            KafkaTopics topics,
            KafkaSender<String, byte[]> sender,
            BrokerWatch broker,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.topics = topics;
        this.sender = sender;
        this.broker = broker;
        this.meters = meters;
    }

    @Override
    public Mono<Void> publish(String topic, List<StreamRecord> records) {
        if (records.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> broker.isAnswering()
                ? send(topic, records)
                : Mono.error(new DisconnectException("The event broker does not answer.")));
    }

    @Override
    public Flux<Boolean> answering() {
        return broker.answering();
    }

    @Override
    public Mono<Void> prepare(String topic) {
        return topics.ensure(topic)
                .then(sender.doOnProducer(producer -> producer.partitionsFor(topic)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private Mono<Void> send(String topic, List<StreamRecord> records) {
        // The client blocks its caller while it has no metadata or no buffer left, so it never gets an event loop.
        return topics.ensure(topic)
                .thenMany(sender.send(Flux.fromIterable(records).map(record -> KafkaRecords.write(topic, record))))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(kafka.publishTimeout().plusSeconds(5))
                .doOnComplete(() ->
                        meters.counter("chom.stream.published", "topic", topic).increment(records.size()))
                .then();
    }

    @Override
    public Disposable consume(String topic, String group, BatchHandler handler) {
        var consumption = new KafkaConsumption(kafka, topics, meters, topic, group, handler);
        consumptions.add(consumption);
        consumption.start(() -> consumptions.remove(consumption));
        return consumption;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        Flux.fromIterable(List.copyOf(consumptions))
                .flatMap(KafkaConsumption::stop)
                .take(DRAIN)
                .doFinally(signal -> {
                    running = false;
                    stopped.run();
                })
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
