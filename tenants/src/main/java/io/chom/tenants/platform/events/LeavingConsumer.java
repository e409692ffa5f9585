package io.chom.tenants.platform.events;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.internals.ConsumerFactory;

/** Makes the consumer of one receiver and tells when that has left its group, which the receiver itself does not. */
final class LeavingConsumer extends ConsumerFactory {

    private final Sinks.Empty<Void> left = Sinks.empty();

    Mono<Void> left() {
        return left.asMono();
    }

    @Override
    public <K, V> Consumer<K, V> createConsumer(ReceiverOptions<K, V> options) {
        return new KafkaConsumer<>(
                options.consumerProperties(), options.keyDeserializer(), options.valueDeserializer()) {

            @Override
            @SuppressWarnings("deprecation") // the one that the receiver calls
            public void close(Duration timeout) {
                try {
                    super.close(timeout);
                } finally {
                    left.tryEmitEmpty();
                }
            }
        };
    }
}
