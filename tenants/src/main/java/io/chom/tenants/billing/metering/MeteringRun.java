package io.chom.tenants.billing.metering;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the provider what everybody has and uses, whoever else does the same at the same time. */
@Service
@EnableConfigurationProperties(MeteringProperties.class)
class MeteringRun {

    private static final Logger LOG = LoggerFactory.getLogger(MeteringRun.class);
    private static final int AT_ONCE = 4;

    private final DueMetering due;
    private final List<PayerWork> works;
    private final MeterProvider provider;
    private final MeteringProperties properties;
    private final Clock clock;

    MeteringRun(
            DueMetering due,
            List<PayerWork> works,
            MeterProvider provider,
            MeteringProperties properties,
            Clock clock) {
        this.due = due;
        this.works = works;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** All whose usage is to be told at this moment. */
    Mono<Void> all() {
        return provider.isOn() ? some().repeat().takeUntil(taken -> taken == 0).then() : Mono.empty();
    }

    /** One of whom nothing can be told keeps no other from it, and comes again after the lease. */
    private Mono<Long> some() {
        return due.take(AT_ONCE, clock.instant(), properties.lease())
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> told(one).thenReturn(one), AT_ONCE)
                .count();
    }

    private Mono<Void> told(MeteredPayer payer) {
        return Flux.fromIterable(works)
                .concatMap(work -> work.tell(payer))
                .then(Mono.defer(() -> due.next(payer, clock.instant().plus(properties.every()))))
                .onErrorResume(failed -> {
                    LOG.warn("What {} has and uses is told later: {}", payer.tenant(), failed.toString());
                    return Mono.empty();
                });
    }
}
