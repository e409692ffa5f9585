package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * What customers have used so far.
 *
 * @param inPeriod in the running period; who used nothing is absent
 * @param today in the running day, of those whose plan includes anything by the day
 */
record Used(Map<TenantId, Totals> inPeriod, Map<TenantId, Totals> today) {

    /** Sums over spans of one tenant each. */
    interface Sums extends Function<Map<TenantId, Span>, Mono<Map<TenantId, Totals>>> {}

    /** Reads it: one query, and a second one only where somebody's days are limited. */
    static Mono<Used> read(Collection<Bought> all, Instant now, Sums sums) {
        Map<TenantId, Span> periods = all.stream()
                .collect(Collectors.toMap(
                        Bought::customer, one -> one.period(now).span()));
        Map<TenantId, Span> days = all.stream()
                .filter(one -> one.plan().limitsDays())
                .collect(Collectors.toMap(
                        Bought::customer, one -> one.period(now).dayOf(now)));
        return asked(sums, periods).flatMap(inPeriod -> asked(sums, days).map(today -> new Used(inPeriod, today)));
    }

    /** The quantity that counts against an allowance. */
    BigDecimal of(TenantId customer, Allowance allowance) {
        var totals = switch (allowance.per()) {
            case MONTH -> inPeriod;
            case DAY -> today;
        };
        return totals.getOrDefault(customer, Totals.NONE).of(allowance.meter());
    }

    private static Mono<Map<TenantId, Totals>> asked(Sums sums, Map<TenantId, Span> spans) {
        return spans.isEmpty() ? Mono.just(Map.of()) : sums.apply(spans);
    }
}
