package io.chom.tenants.developer.calls;

import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Real transactions, of which some fail before they begin, and some whose commit nobody hears of. */
record Faults(TransactionalOperator real, Supplier<Fault> next) implements TransactionalOperator {

    enum Fault {
        NONE,
        BEFORE,
        AFTER
    }

    @Override
    public <T> Mono<T> transactional(Mono<T> work) {
        return Mono.defer(() -> switch (next.get()) {
            case NONE -> real.transactional(work);
            case BEFORE -> Mono.error(lost());
            case AFTER -> real.transactional(work).then(Mono.error(lost()));
        });
    }

    @Override
    public <T> Flux<T> execute(TransactionCallback<T> action) {
        return real.execute(action);
    }

    private static QueryTimeoutException lost() {
        return new QueryTimeoutException("The connection is lost.");
    }
}
