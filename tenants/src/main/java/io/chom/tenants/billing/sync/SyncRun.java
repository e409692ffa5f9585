package io.chom.tenants.billing.sync;

import io.chom.tenants.billing.payment.PaymentProvider;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has the provider learn what is new of everybody, whoever else does the same at the same time. */
@Service
@EnableConfigurationProperties(SyncProperties.class)
class SyncRun {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);
    private static final int AT_ONCE = 4;

    private final DueSyncs due;
    private final List<PayerSync> syncs;
    private final PaymentProvider provider;
    private final SyncProperties properties;
    private final Clock clock;

    SyncRun(DueSyncs due, List<PayerSync> syncs, PaymentProvider provider, SyncProperties properties, Clock clock) {
        this.due = due;
        this.syncs = syncs;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** All whose turn it is at this moment. */
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

    private Mono<Void> told(SyncedPayer payer) {
        return Flux.fromIterable(syncs)
                .concatMap(sync -> sync.tell(payer))
                .then(Mono.defer(() -> due.next(payer, clock.instant().plus(properties.every()))))
                .onErrorResume(failed -> {
                    LOG.warn("The provider learns of {} later: {}", payer.tenant(), failed.toString());
                    return Mono.empty();
                });
    }
}
