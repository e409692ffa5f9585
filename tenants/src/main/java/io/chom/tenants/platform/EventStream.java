package io.chom.tenants.platform;

import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Durable, ordered streams of records between processes. The one port to the message broker. */
public interface EventStream {

    /**
     * Appends records, in order per tenant. Completes when every one is on enough replicas to survive a crash; fails as
     * a whole otherwise, and then some may still have been written: receivers remember ids.
     */
    Mono<Void> publish(String topic, List<StreamRecord> records);

    /**
     * Does beforehand what the first publication on a topic would have to wait for: the topic is made, and the publisher
     * learns where it is. Fails when the broker does not answer.
     */
    Mono<Void> prepare(String topic);

    /**
     * Delivers records of a topic in batches to a group. Batches of one partition arrive one after the other; a batch is
     * acknowledged after its handler completes and comes again if it fails or the process dies.
     *
     * @param topic name, created when missing
     * @param group consumers of one group share the partitions
     * @return stops the consumption, finishing the batch under way
     */
    Disposable consume(String topic, String group, BatchHandler handler);

    /** Whether the broker answers, now and at every change; false means that publications fail at once. Never ends. */
    Flux<Boolean> answering();

    /** Handles one batch; must be harmless when the same records come again. */
    interface BatchHandler {
        Mono<Void> handle(List<StreamRecord> batch);
    }
}
