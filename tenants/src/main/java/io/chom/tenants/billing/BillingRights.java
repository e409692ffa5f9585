package io.chom.tenants.billing;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Permission;
import reactor.core.publisher.Mono;

/** Who may see what is owed. Each yields who acts, or is refused with {@code forbidden}. */
final class BillingRights {

    private BillingRights() {}

    /** An owner or an administrator, a job, or a key with {@code billing:read}. */
    static Mono<Acting> reader() {
        return Permission.any("owner", "admin", "billing:read");
    }
}
