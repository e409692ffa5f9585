package io.chom.tenants.usage;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.Figures.Asked;
import io.chom.tenants.usage.Figures.Figure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what was used. */
@Service
public final class UsageQueries {

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Catalogues catalogues;
    private final Clock clock;

    UsageQueries(DatabaseClient database, TransactionalOperator transactions, Catalogues catalogues, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * Totals of several tenants, each of a span of its own, in a query for all of them; needs {@code usage:read}. The acting tenant
     * sees itself and, being a reseller, its customers; others, and those who used nothing, are absent.
     */
    public Mono<Map<TenantId, Totals>> totals(Map<TenantId, Span> spans) {
        return UsageRights.reader().flatMap(acting -> collect(database, spans)).as(transactions::transactional);
    }

    /**
     * Totals of any tenants, in one query of somebody who may read across them; needs {@code operator}.
     *
     * @param platform the client of the cross-tenant transaction under way, which is where the look is recorded
     */
    public Mono<Map<TenantId, Totals>> totals(DatabaseClient platform, Map<TenantId, Span> spans) {
        return Permission.any("operator").flatMap(acting -> collect(platform, spans));
    }

    /**
     * Days of one meter of the acting tenant, oldest first; needs {@code usage:read}. A day without events is absent, and of
     * what is weighted by time a day whose level was zero.
     *
     * @param until day after the last
     * @throws Refused with {@code usage.unknown-meter}
     */
    public Mono<List<DailyUsage>> daily(MeterId id, LocalDate from, LocalDate until) {
        return UsageRights.reader()
                .flatMap(
                        acting -> daily(acting.tenant(), meter(id), from, until).collectList())
                .as(transactions::transactional);
    }

    /**
     * A counted event of the acting tenant by the sender's id, the newest one if its id came again after so long that it was
     * taken for another; needs {@code usage:read}. Empty if there is none.
     */
    public Mono<CountedEvent> event(UsageEventId id) {
        return UsageRights.reader()
                .flatMap(acting -> CountedEvent.find(database, acting.tenant(), id))
                .as(transactions::transactional);
    }

    private Meter meter(MeterId id) {
        return catalogues
                .meter(id)
                .orElseThrow(
                        () -> new Refused(Failure.Invalid.of("usage.unknown-meter", "There is no meter " + id + ".")));
    }

    private Flux<DailyUsage> daily(TenantId tenant, Meter meter, LocalDate from, LocalDate until) {
        return switch (meter.aggregation()) {
            case SUM, MAX, COUNT -> Rollups.daily(database, tenant, meter, from, until);
            case UNIQUE, LATEST -> figures(tenant, meter, from, until);
            case TIME_WEIGHTED ->
                figures(tenant, meter, from, until).filter(day -> day.quantity().signum() > 0);
        };
    }

    private Flux<DailyUsage> figures(TenantId tenant, Meter meter, LocalDate from, LocalDate until) {
        var days = from.datesUntil(until)
                .map(day -> new Asked(tenant, new Span(start(day), start(day.plusDays(1)))))
                .toList();
        return new Figures(database, catalogues, clock.instant())
                .of(days)
                .filter(one -> one.meter().equals(meter.id()))
                .map(one ->
                        new DailyUsage(LocalDate.ofInstant(one.asked().span().from(), ZoneOffset.UTC), one.quantity()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Mono<Map<TenantId, Totals>> collect(DatabaseClient client, Map<TenantId, Span> spans) {
        var asked = spans.entrySet().stream()
                .map(one -> new Asked(one.getKey(), one.getValue()))
                .toList();
        return Rollups.totals(client, spans)
                .concatMapIterable(sum -> figure(sum, spans))
                .concatWith(new Figures(client, catalogues, clock.instant()).of(asked))
                .collect(Collectors.groupingBy(
                        one -> one.asked().tenant(),
                        Collectors.collectingAndThen(Collectors.toMap(Figure::meter, Figure::quantity), Totals::new)));
    }

    /** A meter that is in no catalogue any more has no aggregation and is left out. */
    private List<Figure> figure(Rollups.Sum sum, Map<TenantId, Span> spans) {
        var asked = new Asked(sum.tenant(), Objects.requireNonNull(spans.get(sum.tenant())));
        return catalogues.meter(sum.meter()).flatMap(meter -> sum.by(meter.aggregation())).stream()
                .map(quantity -> new Figure(asked, sum.meter(), quantity))
                .toList();
    }
}
