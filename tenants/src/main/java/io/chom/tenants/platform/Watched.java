package io.chom.tenants.platform;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Recurring work whose failure is no end, because the next round tries again: what was handled and how often it failed is
 * counted by stage, and each failure stands in the log.
 *
 * @param name prefix of its meters, such as {@code chom.outbox}: {@code .handled} and {@code .failures}
 */
public record Watched(MeterRegistry meters, String name) {

    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);

    /**
     * The work, which ends well whatever becomes of it.
     *
     * @param stage which part of it, such as {@code relay}
     * @param work yields how much was handled
     */
    public Mono<Long> stage(String stage, Mono<Long> work) {
        return work.doOnNext(count ->
                        meters.counter(name + ".handled", "stage", stage).increment(count))
                .doOnError(failure -> {
                    meters.counter(name + ".failures", "stage", stage).increment();
                    LOG.warn("{} failed at its stage {}, trying again", name, stage, failure);
                })
                .onErrorComplete();
    }
}
