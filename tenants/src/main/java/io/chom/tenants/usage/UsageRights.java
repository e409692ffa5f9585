package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Who may send and who may see usage. Each yields who acts, or is refused with {@code forbidden}. */
public final class UsageRights {

    private UsageRights() {}

    /** Sends usage: a job, or whoever holds {@code usage:write}. */
    public static Mono<Acting> writer() {
        return holder("usage:write", actor -> actor.may("usage:write"));
    }

    /** Sees usage: every member of the tenant, a job, or a key with {@code usage:read}. */
    public static Mono<Acting> reader() {
        return holder("usage:read", actor -> actor.kind() == Actor.Kind.PERSON || actor.may("usage:read"));
    }

    /** Sees the usage of every tenant: an operator of the platform. */
    public static Mono<Acting> operator() {
        return holder("operator", actor -> actor.may("operator"));
    }

    private static Mono<Acting> holder(String right, Predicate<Actor> may) {
        return TenantContext.require()
                .filter(acting -> may.test(acting.actor()))
                .switchIfEmpty(Mono.error(
                        () -> new Refused(new Failure.Forbidden("forbidden", "This needs the right " + right + "."))));
    }
}
