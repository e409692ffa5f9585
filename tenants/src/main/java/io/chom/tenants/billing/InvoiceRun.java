package io.chom.tenants.billing;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the invoices of what is to be paid in advance and of periods that are over: each once, whoever else does the same at
 * the same time.
 */
@Service
class InvoiceRun {

    private static final Purpose INVOICES = Purpose.routine("invoices");
    private static final Actor JOB = Actor.job("invoices");

    /** So many batches at first do not rely on how large the tables were; by then they are as large as they have to be. */
    private static final int FORGETFUL = 20;

    private final CrossTenant crossTenant;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final TenantService tenants;
    private final BillingProperties properties;
    private final Bills written;
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
        this.properties = properties;
        this.written = new Bills(broadcast, properties.dueDays());
        this.clock = clock;
    }

    /** Bills all that is due at this moment. */
    Mono<Void> all() {
        return Flux.range(1, Integer.MAX_VALUE)
                .concatMap(number -> batch(number <= FORGETFUL), 1)
                .takeUntil(seen -> seen == 0)
                .then();
    }

    /**
     * Bills one thing in advance of each of some subscriptions, or else closes the oldest period of each of some, one for each
     * customer; all or none of them.
     *
     * @return how many subscriptions were seen to; 0 when nothing is due
     */
    private Mono<Integer> batch(boolean forgets) {
        return tenants.platform()
                .map(Tenant::id)
                .flatMap(platform -> as(platform, forgets, database -> ahead(database, platform))
                        .filter(seen -> seen > 0)
                        .switchIfEmpty(as(platform, forgets, database -> batch(database, platform))))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> as(TenantId platform, boolean forgets, Function<DatabaseClient, Mono<Integer>> work) {
        return crossTenant
                .one(
                        INVOICES,
                        database -> (forgets ? forget(database) : Mono.<Void>empty())
                                .then(Mono.defer(() -> work.apply(database))))
                .contextWrite(TenantContext.as(new Acting(platform, platform, JOB)));
    }

    /**
     * The connection forgets its plans. Those from when tables were small, of the checks of foreign keys above all, read all of
     * a table for each row, and with each batch there is more of it: until the database had looked at the tables anew, a
     * month’s invoices were seen to take three times as long.
     */
    private static Mono<Void> forget(DatabaseClient database) {
        return database.sql("discard plans").then();
    }

    private Mono<Integer> ahead(DatabaseClient database, TenantId platform) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Advances.take(database, now, properties.batch(), catalogues)
                .collectList()
                .filter(taken -> !taken.isEmpty())
                .flatMap(taken -> {
                    var bills = taken.stream()
                            .flatMap(one -> one.bill(now).stream())
                            .toList();
                    return written.add(database, bills, platform, now)
                            .then(Advances.moveOn(database, taken, now))
                            .thenReturn(taken.size());
                });
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
                            .flatMap(bills -> written.add(database, bills, platform, now))
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
                        .zipWith(Corrections.of(database, sums, catalogues, subscriptions))
                        .map(read -> over.stream()
                                .map(one -> bill(one, read.getT1(), read.getT2()))
                                .toList());
    }

    private Bill bill(Closing closing, Map<TenantId, Totals> used, Corrections corrections) {
        var subscription = closing.bought().subscription();
        var totals = used.getOrDefault(subscription.customer(), Totals.NONE);
        var charged = closing.isCharged() ? charged(closing, totals) : List.<LineItem>of();
        var plan = closing.bought().plan();
        return new Bill(
                subscription,
                plan,
                closing.period(),
                corrections.with(
                        subscription.id(),
                        charged,
                        closing.period(),
                        plan.price().currency()),
                null);
    }

    private List<LineItem> charged(Closing closing, Totals used) {
        var plan = closing.bought().plan();
        var meters = Rating.metered(plan, catalogues::meter, used::of).toList();
        return Rating.estimate(closing.bought(), closing.period(), meters).lines();
    }
}
