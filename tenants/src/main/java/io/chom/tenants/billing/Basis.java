package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may use, apart from what it has used of it.
 *
 * @param bought the running plan; null without one
 * @param features what it may use besides that of the plan
 */
record Basis(TenantId tenant, @Nullable Bought bought, Set<Entitlement> features) {

    /** Together with the usage of a moment. */
    Entitled with(Used used, Catalogues catalogues, Instant now) {
        if (bought == null || !bought.subscription().runs(now)) {
            return new Entitled(tenant, null, features, List.of(), now, Instant.MAX);
        }
        return bought.subscription().status(now) == Subscription.Status.PAUSED
                ? new Entitled(
                        tenant,
                        null,
                        features,
                        List.of(),
                        now,
                        bought.period(now).end())
                : with(bought.at(now), used, catalogues, now);
    }

    private Entitled with(Bought then, Used used, Catalogues catalogues, Instant now) {
        List<Left.Counted> counted = then.plan().allowances().stream()
                .flatMap(one -> catalogues.meter(one.meter()).stream()
                        .map(meter -> Rating.rate(then.plan(), meter, one, used.of(tenant, one))))
                .map(usage -> new Left.Counted(usage, reset(then, usage.allowance(), now)))
                .toList();
        Instant until = Stream.concat(counted.stream().map(Left.Counted::resetsAt), then.nextLimits(now).stream())
                .reduce(then.period(now).end(), (one, other) -> one.isBefore(other) ? one : other);
        return new Entitled(tenant, then.plan(), features(then), counted, now, until);
    }

    private Set<Entitlement> features(Bought then) {
        return Stream.concat(features.stream(), then.plan().entitlements().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant reset(Bought bought, Allowance allowance, Instant now) {
        Period period = bought.period(now);
        return switch (allowance.per()) {
            case MONTH -> period.end();
            case DAY -> period.dayOf(now).until();
        };
    }
}
