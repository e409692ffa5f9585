package io.chom.tenants.usage;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Preparation;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes usage in. What it accepted is durable and will be counted once, however often it was sent. */
@Service
public final class UsageIngest implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(UsageIngest.class);

    private final Catalogues catalogues;
    private final UsageEvents stored;
    private final RejectionBook rejections;
    private final Correcting correcting;
    private final TransactionalOperator transactions;
    private final EventStream stream;
    private final UsageProperties properties;
    private final Clock clock;
    private final Gathering gathering;

    UsageIngest(
            Catalogues catalogues,
            UsageEvents stored,
            RejectionBook rejections,
            Correcting correcting,
            TransactionalOperator transactions,
            EventStream stream,
            UsageProperties properties,
            Clock clock) {
        this.catalogues = catalogues;
        this.stored = stored;
        this.rejections = rejections;
        this.correcting = correcting;
        this.transactions = transactions;
        this.stream = stream;
        this.properties = properties;
        this.clock = clock;
        this.gathering = new Gathering(properties.joined(), this::take);
    }

    /**
     * Takes a batch for the acting tenant; needs {@code usage:write}. Completes when everything accepted is durable.
     *
     * @param events 1 to 1,000 (setting {@code chom.usage.batch}); more is refused with {@code usage.batch-too-large}
     * @return what became of each
     */
    public Mono<Receipt> accept(List<UsageEventInput> events) {
        return accept(events, properties.window());
    }

    /** The same for an import of history, with a window of its own; everything else is as for live events. */
    public Mono<Receipt> accept(List<UsageEventInput> events, Window window) {
        return UsageRights.writer()
                .flatMap(acting -> Mono.fromSupplier(() -> sort(events, window))
                        .flatMap(sorted -> judged(acting, sorted, events, window))
                        .flatMap(sorted -> keep(acting, sorted, events).then(taken(acting, sorted))));
    }

    private Mono<SortedBatch> judged(Acting acting, SortedBatch sorted, List<UsageEventInput> events, Window window) {
        return sorted.valid().values().stream().allMatch(event -> event.corrects() == null)
                ? Mono.just(sorted)
                : correcting
                        .wrong(acting, sorted.valid().values(), window.oldest(clock.instant()))
                        .map(wrong -> sorted.without(wrong, events))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(acting));
    }

    private Mono<Receipt> taken(Acting acting, SortedBatch sorted) {
        return sorted.isEmpty() ? Mono.just(sorted.receipt(Set.of())) : gathering.join(acting, sorted);
    }

    /** Whoever sent them is told of each; that they cannot be kept besides holds up nobody. */
    private Mono<Void> keep(Acting acting, SortedBatch sorted, List<UsageEventInput> events) {
        return sorted.rejected().isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> rejections.keep(
                                acting, sorted.refusals(events), properties.refusedDaily(), clock.instant(), memory()))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(acting))
                        .doOnError(failed -> LOG.warn("Refused usage cannot be kept: {}", failed.toString()))
                        .onErrorComplete();
    }

    @Override
    public Mono<Void> prepare() {
        return stream.prepare(UsageWire.TOPIC);
    }

    private SortedBatch sort(List<UsageEventInput> events, Window window) {
        if (events.isEmpty()) {
            throw new Refused(Failure.Invalid.of("usage.empty-batch", "Send at least one event."));
        }
        if (events.size() > properties.batch()) {
            throw new Refused(new Failure.TooLarge(
                    "usage.batch-too-large", "Send at most " + properties.batch() + " events at a time."));
        }
        Instant now = clock.instant();
        var acceptance =
                new Acceptance(meter -> catalogues.meter(meter).isPresent(), window.oldest(now), window.newest(now));
        return SortedBatch.of(events, acceptance);
    }

    private Mono<Void> take(Gathering.Group group) {
        return known(group)
                .doOnNext(group::found)
                .doFinally(signal -> group.letNext())
                .flatMap(known -> publish(
                        group.acting(),
                        group.events().values().stream()
                                .filter(event -> !known.contains(event.id()))
                                .toList()));
    }

    private Mono<Set<UsageEventId>> known(Gathering.Group group) {
        var events = group.events();
        return stored.known(
                        group.acting().tenant(), events.keySet(), properties.memory(clock.instant(), events.values()))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(group.acting()));
    }

    /** Where an event may lie that is sent again: among those that are taken now, or were when it was kept. */
    private Span memory() {
        Instant now = clock.instant();
        return new Span(now.minus(properties.back()).minus(properties.refused()), now.plus(Window.FURTHEST_AHEAD));
    }

    private Mono<Void> publish(Acting acting, List<UsageEvent> events) {
        List<StreamRecord> records = UsageWire.write(events).stream()
                .map(payload -> new StreamRecord(acting.tenant(), acting.reseller(), payload))
                .toList();
        return records.isEmpty()
                ? Mono.empty()
                : stream.publish(UsageWire.TOPIC, records)
                        .timeout(properties.patience())
                        .onErrorMap(this::unavailable);
    }

    private Throwable unavailable(Throwable cause) {
        LOG.warn("Usage cannot be taken in: {}", cause.toString());
        return new Refused(new Failure.Unavailable(
                "usage.unavailable", "Usage cannot be taken in right now. Send the same events again in a moment."));
    }
}
