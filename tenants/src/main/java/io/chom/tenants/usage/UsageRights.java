package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.TenantContext;
import reactor.core.publisher.Mono;

/** Who may send and who may see usage. Each yields who acts, or is refused with {@code forbidden}. */
public final class UsageRights {

    private UsageRights() {}

    /** Sends usage: a job, or whoever holds {@code usage:write}. */
    public static Mono<Acting> writer() {
        return Permission.any("usage:write");
    }

    /** Sends kept usage through again: whoever sends usage, and owners and administrators, who may not make any up. */
    static Mono<Acting> replayer() {
        return Permission.any("usage:write", "owner", "admin");
    }

    /** Sees usage: every member of the tenant, a job, or a key with {@code usage:read}. */
    public static Mono<Acting> reader() {
        return TenantContext.require()
                .filter(acting -> acting.actor().kind() == Actor.Kind.PERSON
                        || acting.actor().may("usage:read"))
                .switchIfEmpty(Permission.denied());
    }
}
