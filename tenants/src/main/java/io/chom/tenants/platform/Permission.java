package io.chom.tenants.platform;

import java.util.Arrays;
import reactor.core.publisher.Mono;

/** Asks whether the one who acts may do so. */
public final class Permission {

    private Permission() {}

    /**
     * Who acts, holding at least one of the roles or scopes.
     *
     * @return fails with {@link Refused} {@link Failure.Forbidden} when the actor holds none of them
     */
    public static Mono<Acting> any(String... rights) {
        return TenantContext.require().flatMap(acting -> mayAny(acting, rights) ? Mono.just(acting) : denied());
    }

    /** The refusal of something that the actor may not do. */
    public static <T> Mono<T> denied() {
        return Mono.error(() -> new Refused(new Failure.Forbidden(
                "forbidden", "Your role or key does not allow this. Ask an owner for the right.")));
    }

    private static boolean mayAny(Acting acting, String... rights) {
        return Arrays.stream(rights).anyMatch(acting.actor()::may);
    }
}
