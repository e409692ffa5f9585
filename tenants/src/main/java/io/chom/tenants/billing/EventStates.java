package io.chom.tenants.billing;

import io.chom.tenants.billing.Coverage.Stretch;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.CountedEvent;
import io.chom.tenants.usage.Totals;
import io.chom.tenants.usage.UsageEventId;
import io.chom.tenants.usage.UsageQueries;
import io.chom.tenants.usage.UsageRights;
import io.chom.tenants.usage.UsageTray;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of the usage events of the acting tenant. */
@Service
public class EventStates {

    /** The running period and the two before it, which an invoice can still put right. */
    private static final Duration LOOK_BACK = Duration.ofDays(93);

    private final UsageQueries usage;
    private final UsageTray tray;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Catalogues catalogues;
    private final TransactionalOperator transactions;
    private final Clock clock;

    EventStates(
            UsageQueries usage,
            UsageTray tray,
            Subscriptions subscriptions,
            Invoices invoices,
            Catalogues catalogues,
            TransactionalOperator transactions,
            Clock clock) {
        this.usage = usage;
        this.tray = tray;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The state of the event with the sender's id; needs {@code usage:read}. Refused with {@code not-found} for one that was
     * never sent, or by somebody else, and for one that was accepted and is not counted yet: it is durable in the stream,
     * where nobody can look for it.
     */
    public Mono<EventState> find(UsageEventId id) {
        return usage.event(id)
                .flatMap(this::state)
                .switchIfEmpty(Mono.defer(() -> tray.find(id).map(EventState.Rejected::new)))
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.NotFound(
                        "not-found",
                        "There is no such event. One that was accepted a moment ago is here once it is counted, usually"
                                + " within 5 seconds: ask again then."))))
                .as(transactions::transactional);
    }

    /**
     * What was counted lately although nobody is billed for its meter, the latest first; needs {@code usage:read}.
     */
    public Mono<List<UnmatchedUsage>> unmatched() {
        return UsageRights.reader()
                .flatMap(acting -> coverage(acting.tenant())
                        .flatMapMany(coverage -> unmatched(acting.tenant(), coverage))
                        .collectList())
                .as(transactions::transactional);
    }

    private Flux<UnmatchedUsage> unmatched(TenantId tenant, Coverage coverage) {
        // Whole hours, which the rollups have.
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Instant from = hour.minus(LOOK_BACK);
        return Flux.fromIterable(
                        coverage.between(from, hour.plus(2, ChronoUnit.HOURS)).reversed())
                .concatMap(stretch -> usage.totals(Map.of(tenant, stretch.span()))
                        .flatMapIterable(all -> unmatched(stretch, all.getOrDefault(tenant, Totals.NONE))));
    }

    private List<UnmatchedUsage> unmatched(Stretch stretch, Totals used) {
        return catalogues.meters().stream()
                .filter(meter -> used.of(meter.id()).signum() > 0)
                .flatMap(meter -> stretch
                        .unmatch(meter.id())
                        .map(reason -> new UnmatchedUsage(meter, stretch.span(), used.of(meter.id()), reason))
                        .stream())
                .toList();
    }

    private Mono<EventState> state(CountedEvent event) {
        return event.isCounted() ? counted(event) : Mono.fromSupplier(() -> filtered(event));
    }

    private EventState filtered(CountedEvent event) {
        String reason = catalogues
                .meter(event.meter())
                .flatMap(meter -> meter.reckoning().misses(event.subject(), event.attributes()))
                .orElse("Its meter did not count events such as this.");
        return new EventState.Unmatched(event, Unmatch.filtered(reason));
    }

    private Mono<EventState> counted(CountedEvent event) {
        return UsageRights.reader()
                .flatMap(acting -> coverage(acting.tenant()))
                .flatMap(coverage -> billed(event, coverage)
                        .switchIfEmpty(Mono.fromSupplier(() -> unbilled(event, coverage.stretch(event.countsAt())))));
    }

    private Mono<EventState> billed(CountedEvent event, Coverage coverage) {
        return Mono.justOrEmpty(coverage.at(event.countsAt()))
                .flatMap(subscription -> invoices.billing(
                        subscription, subscription.period(event.countsAt()).from(), event.meter(), event.storedAt()))
                .map(found -> new EventState.Billed(event, found.invoice(), line(event, found)));
    }

    private static LineItem line(CountedEvent event, ItemisedInvoice found) {
        return found.lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.OVERAGE || line.kind() == LineItem.Kind.ADJUSTMENT)
                .filter(line -> line.subject().equals(event.meter().value()))
                .filter(line -> line.days().span().covers(event.countsAt()))
                .findFirst()
                .orElseThrow();
    }

    private static EventState unbilled(CountedEvent event, Stretch stretch) {
        return stretch.unmatch(event.meter())
                .<EventState>map(reason -> new EventState.Unmatched(event, reason))
                .orElseGet(() -> new EventState.Counted(event));
    }

    private Mono<Coverage> coverage(TenantId tenant) {
        return subscriptions.ever(tenant).collectList().map(all -> new Coverage(all, catalogues));
    }
}
