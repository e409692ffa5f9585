package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may use, apart from what it has used of it.
 *
 * @param bought the running plan; null without one and while it is paused
 */
record Basis(TenantId tenant, @Nullable Bought bought, Set<Entitlement> features) {

    /** Together with the usage of a moment. */
    Entitled with(Used used, Catalogues catalogues, Instant now) {
        if (bought == null) {
            return new Entitled(tenant, null, features, List.of(), now, Instant.MAX);
        }
        List<Left.Counted> counted = bought.plan().allowances().stream()
                .flatMap(one -> catalogues.meter(one.meter()).stream()
                        .map(meter -> Rating.rate(bought.plan(), meter, one, used.of(tenant, one))))
                .map(usage -> new Left.Counted(usage, reset(bought, usage.allowance(), now)))
                .toList();
        Instant until = counted.stream()
                .map(Left.Counted::resetsAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        return new Entitled(tenant, bought.plan(), features, counted, now, until);
    }

    private static Instant reset(Bought bought, Allowance allowance, Instant now) {
        Period period = bought.period(now);
        return switch (allowance.per()) {
            case MONTH -> period.end();
            case DAY -> period.dayOf(now).until();
        };
    }
}
