package io.chom.tenants.platform;

import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The single door to the acting tenant, which travels in the Reactor Context and never in a thread. */
public final class TenantContext {

    private TenantContext() {}

    /** Writes who acts, for {@code contextWrite}: everything upstream acts so. */
    public static Function<Context, Context> as(Acting acting) {
        return context -> context.put(Acting.class, acting);
    }

    /** Who acts, or empty outside of any tenant. */
    public static Mono<Acting> current() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(in(context)));
    }

    /** Who acts; fails with {@link IllegalStateException} when nobody does, which is a bug of the caller. */
    public static Mono<Acting> require() {
        return Mono.deferContextual(context -> Mono.just(in(context)
                .orElseThrow(() -> new IllegalStateException(
                        "No tenant acts here: contextWrite(TenantContext.as(…)) is missing."))));
    }

    /** Who acts in this context view. */
    public static Optional<Acting> in(ContextView context) {
        return context.getOrEmpty(Acting.class);
    }
}
