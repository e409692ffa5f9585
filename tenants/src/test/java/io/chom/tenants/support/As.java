package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs work in a transaction of a tenant and waits for it, as tests may. */
public final class As {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private As() {}

    /** The one value, or null. */
    public static <T> @Nullable T one(TransactionalOperator transactions, Acting acting, Mono<T> work) {
        return work.as(transactions::transactional)
                .contextWrite(TenantContext.as(acting))
                .block(PATIENCE);
    }

    /** All values. */
    public static <T> List<T> all(TransactionalOperator transactions, Acting acting, Flux<T> work) {
        List<T> rows = work.as(transactions::transactional)
                .contextWrite(TenantContext.as(acting))
                .collectList()
                .block(PATIENCE);
        return rows == null ? List.of() : rows;
    }
}
