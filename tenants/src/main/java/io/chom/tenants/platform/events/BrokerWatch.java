package io.chom.tenants.platform.events;

import java.time.Duration;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Asks the broker every other second whether it is there. While it is not, nobody else has to wait for a time-out to learn
 * so, and the first answer opens the way again for all.
 */
class BrokerWatch implements SmartLifecycle {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration PACE = Duration.ofSeconds(2);

    private final BrokerAdmin admin;
    private final Sinks.Many<Boolean> answers = Sinks.many().replay().latestOrDefault(true);

    private volatile Disposable running = Disposables.disposed();
    private volatile boolean answering = true;

    BrokerWatch(BrokerAdmin admin) {
        this.admin = admin;
    }

    /** How many brokers there are; fails when none answers in time. */
    Mono<Integer> brokers() {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        return Mono.fromCompletionStage(
                        () -> admin.current().describeCluster(options).nodes().toCompletionStage())
                .timeout(PATIENCE)
                .map(nodes -> nodes.size());
    }

    /** Whether the broker answered when it was asked last; taken to be there before that. */
    boolean isAnswering() {
        return answering;
    }

    /** The same, now and at every change. */
    Flux<Boolean> answering() {
        return answers.asFlux().distinctUntilChanged();
    }

    @Override
    public void start() {
        running = Flux.interval(PACE)
                .onBackpressureDrop()
                .concatMap(tick -> ask(), 0)
                .subscribe(this::heard);
    }

    /** A broker that keeps its silence is asked by somebody else the next time. */
    private Mono<Boolean> ask() {
        return brokers()
                .thenReturn(true)
                .onErrorResume(silence -> answering
                        ? Mono.just(false)
                        : Mono.fromRunnable(admin::renew)
                                .subscribeOn(Schedulers.boundedElastic())
                                .thenReturn(false));
    }

    private void heard(boolean answer) {
        if (answer != answering) {
            LOG.warn("The event broker {}", answer ? "answers again" : "does not answer");
        }
        answering = answer;
        answers.emitNext(answer, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
