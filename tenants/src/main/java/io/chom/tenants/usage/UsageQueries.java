package io.chom.tenants.usage;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    UsageQueries(DatabaseClient database, TransactionalOperator transactions, Catalogues catalogues) {
        this.database = database;
        this.transactions = transactions;
        this.catalogues = catalogues;
    }

    /**
     * Totals of several tenants, each of a span of its own, in one query; needs {@code usage:read}. The acting tenant
     * sees itself and, being a reseller, its customers; others, and those who used nothing, are absent.
     */
    public Mono<Map<TenantId, Totals>> totals(Map<TenantId, Span> spans) {
        return UsageRights.reader()
                .flatMap(acting -> collect(Rollups.totals(database, spans)))
                .as(transactions::transactional);
    }

    /**
     * Totals of any tenants, in one query of somebody who may read across them; needs {@code operator}.
     *
     * @param platform the client of the cross-tenant transaction under way, which is where the look is recorded
     */
    public Mono<Map<TenantId, Totals>> totals(DatabaseClient platform, Map<TenantId, Span> spans) {
        return Permission.any("operator").flatMap(acting -> collect(Rollups.totals(platform, spans)));
    }

    /**
     * Days of one meter of the acting tenant, oldest first; needs {@code usage:read}. A day without events is absent.
     *
     * @param until day after the last
     * @throws Refused with {@code usage.unknown-meter}
     */
    public Mono<List<DailyUsage>> daily(MeterId id, LocalDate from, LocalDate until) {
        return UsageRights.reader()
                .flatMap(acting -> Rollups.daily(database, acting.tenant(), meter(id), from, until)
                        .collectList())
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

    private Mono<Map<TenantId, Totals>> collect(Flux<Rollups.Sum> sums) {
        return sums.collect(Collectors.groupingBy(
                Rollups.Sum::tenant, Collectors.collectingAndThen(Collectors.toList(), this::totals)));
    }

    /** A meter that is in no catalogue any more has no aggregation and is left out. */
    private Totals totals(List<Rollups.Sum> sums) {
        Map<MeterId, BigDecimal> byMeter = new HashMap<>();
        sums.forEach(sum -> catalogues
                .meter(sum.meter())
                .ifPresent(meter -> byMeter.put(sum.meter(), sum.by(meter.aggregation()))));
        return new Totals(byMeter);
    }
}
