package io.chom.tenants.billing;

import io.chom.tenants.billing.InvoiceBook.Entry;
import io.chom.tenants.billing.NumberSeries.Taken;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.Totals;
import io.chom.tenants.usage.UsageQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the invoices of periods that are over: each once, whoever else does the same at the same time. */
@Service
class InvoiceRun {

    private static final Purpose INVOICES = Purpose.routine("invoices");
    private static final Actor JOB = Actor.job("invoices");

    private final CrossTenant crossTenant;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final TenantService tenants;
    private final Broadcast broadcast;
    private final BillingProperties properties;
    private final Clock clock;

    InvoiceRun(
            CrossTenant crossTenant,
            UsageQueries usage,
            Catalogues catalogues,
            TenantService tenants,
            Broadcast broadcast,
            BillingProperties properties,
            Clock clock) {
        this.crossTenant = crossTenant;
        this.usage = usage;
        this.catalogues = catalogues;
        this.tenants = tenants;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Closes the oldest period of each of some subscriptions, one for each customer, all or none of them.
     *
     * @return how many subscriptions were seen to; 0 when nothing is due
     */
    Mono<Integer> batch() {
        return tenants.platform()
                .map(Tenant::id)
                .flatMap(platform -> crossTenant
                        .one(INVOICES, database -> batch(database, platform))
                        .contextWrite(TenantContext.as(new Acting(platform, platform, JOB))))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> batch(DatabaseClient database, TenantId platform) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.minus(properties.grace());
        return Closings.take(database, until, properties.batch(), catalogues, now)
                .distinct(one -> one.bought().customer())
                .collectList()
                .filter(taken -> !taken.isEmpty())
                .flatMap(taken -> {
                    var over = taken.stream().filter(one -> one.isOver(until)).toList();
                    var waiting = taken.stream()
                            .map(one -> one.isOver(until) ? one.next() : one)
                            .toList();
                    return bills(database, over)
                            .flatMap(bills -> write(database, bills, platform, now))
                            .then(Closings.moveOn(database, waiting))
                            .thenReturn(taken.size());
                });
    }

    private Mono<List<Bill>> bills(DatabaseClient database, List<Closing> over) {
        Used.Sums sums = spans -> usage.totals(database, spans);
        var subscriptions =
                over.stream().map(one -> one.bought().subscription()).toList();
        return over.isEmpty()
                ? Mono.just(List.of())
                : sums.apply(over.stream()
                                .collect(Collectors.toMap(
                                        one -> one.bought().customer(),
                                        one -> one.period().span())))
                        .zipWith(new Adjustments(database, sums, catalogues).of(subscriptions))
                        .map(read -> over.stream()
                                .map(one -> bill(one, read.getT1(), read.getT2()))
                                .toList());
    }

    private Bill bill(Closing closing, Map<TenantId, Totals> used, Map<SubscriptionId, List<LineItem>> adjustments) {
        var subscription = closing.bought().subscription();
        var totals = used.getOrDefault(subscription.customer(), Totals.NONE);
        var charged = closing.isCharged() ? charged(closing, totals).stream() : Stream.<LineItem>empty();
        var lines = Stream.concat(charged, adjustments.getOrDefault(subscription.id(), List.of()).stream())
                .toList();
        return new Bill(
                closing, Estimate.of(lines, closing.bought().plan().price().currency()));
    }

    private List<LineItem> charged(Closing closing, Totals used) {
        var plan = closing.bought().plan();
        var meters = Rating.metered(plan, catalogues::meter, used::of).toList();
        return Rating.estimate(closing.bought(), closing.period(), meters).lines();
    }

    private Mono<Void> write(DatabaseClient database, List<Bill> bills, TenantId platform, Instant now) {
        var book = new InvoiceBook(database);
        Map<TenantId, List<Bill>> charged = bills.stream()
                .filter(bill -> !bill.isEmpty())
                .collect(Collectors.groupingBy(bill -> bill.issuer(platform)));
        return charged.isEmpty()
                ? Mono.empty()
                : NumberSeries.INVOICE
                        .take(database, counts(charged))
                        .map(taken -> entries(charged, taken, now))
                        .flatMap(entries -> book.write(entries).then(told(entries)));
    }

    private static Map<TenantId, Integer> counts(Map<TenantId, List<Bill>> charged) {
        return charged.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().size()));
    }

    private List<Entry> entries(Map<TenantId, List<Bill>> charged, Map<TenantId, Taken> taken, Instant now) {
        return charged.entrySet().stream()
                .flatMap(one -> entries(one.getKey(), one.getValue(), taken.get(one.getKey()), now))
                .toList();
    }

    private Stream<Entry> entries(TenantId issuer, List<Bill> bills, @Nullable Taken taken, Instant now) {
        if (taken == null) {
            throw new IllegalStateException("There is no issuer " + issuer + ".");
        }
        int first = taken.last() - bills.size() + 1;
        return IntStream.range(0, bills.size())
                .mapToObj(at -> bills.get(at).numbered(issuer, taken.prefix(), first + at, now, properties.dueDays()));
    }

    private Mono<Void> told(List<Entry> entries) {
        return Flux.fromIterable(entries)
                .concatMap(one -> broadcast.send(
                        InvoiceService.CHANNEL, one.invoice().customer().toString()))
                .then();
    }
}
