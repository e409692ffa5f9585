package io.chom.tenants.billing;

import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant may use and how much of it is left, as it was at a moment. Asking it waits for nothing.
 *
 * @param tenant whose it is
 * @param plan the running one as it was sold; null without one and while it is paused or the use is stopped
 * @param features what the plan, products or a grant of the platform give
 * @param counted one for each allowance of the plan, in its order
 * @param asOf when the usage was read
 * @param until when the first allowance is there again, and this says nothing any more
 */
public record Entitled(
        TenantId tenant,
        @Nullable Plan plan,
        Set<Entitlement> features,
        List<Left.Counted> counted,
        Instant asOf,
        Instant until) {

    private static final Left UNLIMITED = new Left.Unlimited();
    private static final Left NOTHING = new Left.Nothing();

    public Entitled {
        features = Set.copyOf(features);
        counted = List.copyOf(counted);
    }

    /** The same tenant while its use is stopped. */
    Entitled stopped() {
        return new Entitled(tenant, null, Set.of(), List.of(), asOf, until);
    }

    /** Whether the tenant may use it. */
    public boolean may(Entitlement wanted) {
        return features.contains(wanted);
    }

    /** How much of a meter is left; what another agreement limits, such as calls of the API, is not known here. */
    public Left left(MeterId meter) {
        for (Left.Counted one : counted) {
            if (one.usage().meter().id().equals(meter)) {
                return one;
            }
        }
        return rest();
    }

    /** How much is left of what the plan does not name. */
    public Left rest() {
        return plan == null ? NOTHING : UNLIMITED;
    }
}
