package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes of something that somebody tries. */
public final class Attempt {

    /** What is said of one that was not refused. */
    public static final String DONE = "done";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As many as there are connections for at once. */
    private static final int AT_ONCE = 8;

    private Attempt() {}

    /** The code with which it was refused, or {@link #DONE}; anything else that goes wrong is thrown. */
    public static String of(Acting who, Supplier<? extends Mono<?>> work) {
        return Objects.requireNonNull(
                said(work).contextWrite(TenantContext.as(who)).block(PATIENCE));
    }

    /** How many of so many at once were not refused. */
    public static long together(Acting who, int count, IntFunction<? extends Mono<?>> work) {
        return Objects.requireNonNull(Flux.range(0, count)
                .flatMap(n -> said(() -> work.apply(n)), AT_ONCE)
                .filter(DONE::equals)
                .count()
                .contextWrite(TenantContext.as(who))
                .block(PATIENCE));
    }

    private static Mono<String> said(Supplier<? extends Mono<?>> work) {
        return Mono.defer(() -> work.get().then(Mono.just(DONE)))
                .onErrorResume(Refused.class, e -> Mono.just(e.failure().code()));
    }
}
