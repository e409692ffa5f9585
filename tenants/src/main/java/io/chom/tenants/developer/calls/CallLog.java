package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts what became of the calls of each tenant, for people to look at. Counted in memory, written every second and at
 * the end; what cannot be written stays and is written later.
 */
@Service
public class CallLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;

    private final CallHours hours;
    private final TransactionalOperator transactions;
    private final Clock clock;
    private final AtomicReference<CountedHour> counted;
    private volatile Disposable rounds = Disposables.disposed();

    CallLog(CallHours hours, TransactionalOperator transactions, Clock clock) {
        this.hours = hours;
        this.transactions = transactions;
        this.clock = clock;
        this.counted = new AtomicReference<>(new CountedHour(clock.millis(), null));
    }

    /**
     * Counts one call that has ended.
     *
     * @param status of the answer, 100–599
     * @param nanos how long it took
     */
    public void note(Acting acting, Route route, int status, long nanos) {
        hour().tally(acting, route, status).add(nanos);
    }

    private CountedHour hour() {
        long now = clock.millis();
        CountedHour hour = counted.get();
        return hour.isOver(now) ? next(hour, now) : hour;
    }

    private CountedHour next(CountedHour over, long now) {
        var next = new CountedHour(now, over);
        CountedHour found = counted.compareAndExchange(over, next);
        return found == over ? next : found;
    }

    @Override
    public void start() {
        rounds = Flux.interval(PACE)
                .onBackpressureDrop()
                .concatMap(second -> write(), 0)
                .subscribe();
    }

    /** Writes what was not written yet, in one batch for each tenant. */
    Mono<Void> write() {
        return Flux.defer(() -> Flux.fromIterable(counted.get().unwritten()))
                .flatMap(this::write, AT_ONCE)
                .then(Mono.fromRunnable(() -> counted.get().dropOver(clock.millis())));
    }

    private Mono<Void> write(CountedHour.Batch batch) {
        var job = new Acting(batch.acting().tenant(), batch.acting().reseller(), Actor.job("call log"));
        return hours.add(job.tenant(), batch.hour(), batch.parts())
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(job))
                .doOnSuccess(nothing -> batch.wrote())
                .doOnError(failed -> LOG.warn("Calls are written down later: {}", failed.toString()))
                .onErrorComplete();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Writes everything first. */
    @Override
    public void stop(Runnable done) {
        rounds.dispose();
        write().timeout(PATIENCE)
                .doFinally(end -> done.run())
                .subscribe(nothing -> {}, late -> LOG.warn("Not all calls were written down: {}", late.toString()));
    }

    @Override
    public boolean isRunning() {
        return !rounds.isDisposed();
    }
}
