package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts events from the stream, each once. A batch may come again, whole or in part, and several workers may hold the
 * same events: what is stored already changes nothing.
 */
@Service
class UsageCounting {

    private static final Logger LOG = LoggerFactory.getLogger(UsageCounting.class);
    private static final Actor JOB = Actor.job("usage counting");

    /** Corrections of one transaction: each has an hour made anew, and others who count for the tenant wait meanwhile. */
    private static final int CORRECTIONS = 20;

    private final Correcting correcting;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final EventStream stream;
    private final UsageProperties properties;
    private final Clock clock;

    UsageCounting(
            Correcting correcting,
            TransactionalOperator transactions,
            Broadcast broadcast,
            EventStream stream,
            UsageProperties properties,
            Clock clock) {
        this.correcting = correcting;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.stream = stream;
        this.properties = properties;
        this.clock = clock;
    }

    /** Counts a batch: each tenant in transactions of its own. */
    Mono<Void> count(List<StreamRecord> batch) {
        Collection<List<StreamRecord>> tenants = batch.stream()
                .collect(Collectors.groupingBy(StreamRecord::tenant))
                .values();
        return Flux.fromIterable(tenants)
                .flatMap(this::countTenant, properties.parallel())
                .then();
    }

    private Mono<Void> countTenant(List<StreamRecord> records) {
        List<StreamRecord> unreadable = new ArrayList<>();
        List<UsageEvent> events = new ArrayList<>();
        for (StreamRecord record : records) {
            UsageWire.read(record.payload()).ifPresentOrElse(events::addAll, () -> unreadable.add(record));
        }
        Acting acting =
                new Acting(records.getFirst().tenant(), records.getFirst().reseller(), JOB);
        return Flux.concat(
                        Flux.fromIterable(events)
                                .filter(one -> !Correcting.isCorrection(one))
                                .buffer(properties.transaction()),
                        Flux.fromIterable(events)
                                .filter(Correcting::isCorrection)
                                .buffer(CORRECTIONS))
                .concatMap(some -> store(acting, some)
                        .onErrorResume(DataIntegrityViolationException.class, e -> oneByOne(acting, some)))
                .then(bury(unreadable));
    }

    /** The database refuses something in these: keeps what can be kept and puts the rest aside. */
    private Mono<Void> oneByOne(Acting acting, List<UsageEvent> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> store(acting, List.of(event))
                        .onErrorResume(DataIntegrityViolationException.class, e -> bury(record(acting, event))))
                .then();
    }

    private static List<StreamRecord> record(Acting acting, UsageEvent event) {
        return UsageWire.write(List.of(event)).stream()
                .map(payload -> new StreamRecord(acting.tenant(), acting.reseller(), payload))
                .toList();
    }

    private Mono<Void> store(Acting acting, List<UsageEvent> events) {
        return correcting
                .add(acting, events, properties.memory(clock.instant(), events))
                .filter(added -> added > 0)
                .flatMap(added -> broadcast.send(UsageChanges.CHANNEL, UsageChanges.body(acting)))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(acting));
    }

    private Mono<Void> bury(List<StreamRecord> records) {
        if (records.isEmpty()) {
            return Mono.empty();
        }
        LOG.error(
                "{} usage records of tenant {} cannot be counted and are kept in {}.",
                records.size(),
                records.getFirst().tenant(),
                UsageWire.DEAD);
        return stream.publish(UsageWire.DEAD, records);
    }
}
