package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Rounds;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts what became of the calls of each tenant, for people to look at. Counted in memory, written every few seconds and
 * at the end; what cannot be written stays and is written later. Limits do not rest on it: a process that is killed loses
 * its last seconds, and what was written without anybody hearing of it is written twice.
 */
@Service
public class CallLog extends Rounds {

    private static final Duration PACE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4;

    private final CallHours hours;
    private final TransactionalOperator transactions;
    private final Clock clock;
    private final CallCounts counts = new CallCounts();

    CallLog(CallHours hours, TransactionalOperator transactions, Clock clock) {
        this.hours = hours;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Counts one call that has ended.
     *
     * @param status of the answer, 100–599
     * @param nanos how long it took
     */
    public void note(Acting acting, Route route, int status, long nanos) {
        counts.note(acting, route, status, nanos, clock.millis());
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(PACE);
    }

    /** Writes what was not written yet, in one batch for each tenant and hour. */
    @Override
    protected Mono<Void> round() {
        return Flux.defer(() -> Flux.fromIterable(counts.unwritten()))
                .flatMap(this::write, AT_ONCE)
                .then(Mono.fromRunnable(() -> counts.dropOver(clock.millis())));
    }

    @Override
    protected Mono<Void> last() {
        return round();
    }

    private Mono<Void> write(CallCounts.Batch batch) {
        var job = new Acting(batch.tenant(), batch.reseller(), Actor.job("call log"));
        return part(hours.add(job.tenant(), batch.hour(), batch.parts())
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(job))
                .doOnSuccess(nothing -> batch.wrote()));
    }
}
