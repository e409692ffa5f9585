package io.chom.portal.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * The one bridge from a Mono or Flux to a screen. Asks while the screen is attached and not a moment longer, acts as the
 * person who was signed in when the screen was made, changes the screen only under its lock, and refreshes at most five
 * times a second. A failed refresh keeps what is shown; it is tried again every ten seconds. While changes would not be
 * heard of, nothing counts as fresh.
 */
public final class Live<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Acting acting;
    private final Clock clock;
    private final Source<T> source;
    private final Consumer<AsyncState<T>> show;
    private final Sinks.Many<Pulse> restarts = Sinks.many().multicast().directBestEffort();

    private Disposable subscription = Disposables.disposed();
    private volatile AsyncState<T> state = new AsyncState.Loading<>();
    private volatile boolean flowing = true;

    private Live(Acting acting, Clock clock, Source<T> source, Consumer<AsyncState<T>> show) {
        this.acting = acting;
        this.clock = clock;
        this.source = source;
        this.show = show;
    }

    /**
     * Shows a thing on a screen for as long as that is attached.
     *
     * @param acting who asks
     * @param clock tells when an answer arrived
     * @param source what to ask for
     * @param show draws a state; always called under the lock of the screen's session
     */
    public static <T> Live<T> on(
            Component screen, Acting acting, Clock clock, Source<T> source, Consumer<AsyncState<T>> show) {
        var live = new Live<>(acting, clock, source, show);
        screen.addAttachListener(event -> live.start(event.getUI()));
        screen.addDetachListener(event -> live.stop());
        return live;
    }

    /** Asks again now and drops answers that are still on their way. */
    public void reload() {
        restarts.emitNext(new Pulse.Ask(), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private void start(UI ui) {
        stop();
        show.accept(state);
        var turns = Turns.of(ui);
        var draw = ui.<Answer<T>>accessLater(this::take, this::stop);
        subscription = restarts.asFlux()
                .startWith(new Pulse.Ask())
                .switchMap(restart -> answers(turns, draw::accept))
                .contextWrite(TenantContext.as(acting))
                .subscribe(drawn -> {}, error -> draw.accept(new Answer.Not<>(error)));
    }

    private void stop() {
        subscription.dispose();
    }

    private Flux<Void> answers(Turns turns, Consumer<Answer<T>> draw) {
        return Flux.merge(Flux.just(new Pulse.Ask()), changes(), flow(), whileFailed())
                .onBackpressureLatest()
                // One after the other, and nothing of an answer that came stays behind until the next.
                .flatMap(pulse -> answer(pulse, turns, draw), 1, 1);
    }

    private Flux<Pulse> changes() {
        return Flux.<Pulse>defer(() -> source.changes().get().map(change -> new Pulse.Ask()))
                .sample(PACE)
                .onErrorResume(lost -> Flux.<Pulse>just(new Pulse.Lost(lost)).concatWith(Flux.error(lost)))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(PATIENCE));
    }

    /** Nothing was lost at first, so only what comes later is a reason to draw. */
    private Flux<Pulse> flow() {
        return Flux.defer(() -> source.flowing().get())
                .filter(flows -> flows != flowing)
                .doOnNext(flows -> flowing = flows)
                .map(flows -> flows ? new Pulse.Ask() : new Pulse.Stopped());
    }

    private Flux<Pulse> whileFailed() {
        return Flux.interval(PATIENCE)
                .filter(tick -> state instanceof AsyncState.Failed)
                .map(tick -> new Pulse.Ask());
    }

    private Mono<Void> answer(Pulse pulse, Turns turns, Consumer<Answer<T>> draw) {
        return switch (pulse) {
            case Pulse.Ask ignored -> turns.take(ask(), draw);
            case Pulse.Lost lost -> turns.drawn(Mono.just(new Answer.Not<>(lost.cause())), draw);
            case Pulse.Stopped ignored -> turns.drawn(Mono.just(new Answer.Same<>()), draw);
        };
    }

    private Mono<Answer<T>> ask() {
        return Mono.defer(source.load())
                .timeout(PATIENCE)
                .<Answer<T>>map(Answer.Value::new)
                .onErrorResume(error -> Mono.just(new Answer.Not<>(error)));
    }

    private void take(Answer<T> answer) {
        state = switch (answer) {
            case Answer.Value<T> it -> fresh(new AsyncState.Loaded<>(it.value(), clock.instant()));
            case Answer.Not<T> it -> new AsyncState.Failed<>(kept(), told(it.error()));
            case Answer.Same<T> ignored -> kept().map(this::fresh).orElse(state);
        };
        show.accept(state);
    }

    private AsyncState<T> fresh(AsyncState.Loaded<T> loaded) {
        return flowing ? loaded : new AsyncState.Failed<>(Optional.of(loaded), Problem.notHeard());
    }

    private Optional<AsyncState.Loaded<T>> kept() {
        return switch (state) {
            case AsyncState.Loading<T> ignored -> Optional.empty();
            case AsyncState.Loaded<T> loaded -> Optional.of(loaded);
            case AsyncState.Failed<T> failed -> failed.kept();
        };
    }

    private Problem told(Throwable error) {
        var problem = Problem.of(error);
        if (problem.kind() == Problem.Kind.OUTAGE) {
            LOG.error("A screen of tenant {} is not fresh, reference {}", acting.tenant(), problem.reference(), error);
        }
        return problem;
    }

    /** A reason to draw. */
    private sealed interface Pulse {
        record Ask() implements Pulse {}

        record Lost(Throwable cause) implements Pulse {}

        record Stopped() implements Pulse {}
    }

    private sealed interface Answer<T> {
        record Value<T>(T value) implements Answer<T> {}

        record Not<T>(Throwable error) implements Answer<T> {}

        /** Nothing new, but it may not be fresh any more. */
        record Same<T>() implements Answer<T> {}
    }
}
