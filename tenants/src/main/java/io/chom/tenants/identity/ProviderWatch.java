package io.chom.tenants.identity;

import io.chom.tenants.platform.ConditionalOnRole;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * Asks the identity provider every other second whether it is there, so that nobody is led to a log-in that is not: not a
 * visitor's request asks, but the clock.
 */
@Component
@ConditionalOnRole("ui")
class ProviderWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderWatch.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final IdentityProvider provider;

    private volatile Disposable running = Disposables.disposed();
    private volatile boolean answering = true;

    ProviderWatch(IdentityProvider provider) {
        this.provider = provider;
    }

    /** Whether it answered when it was asked last; taken to be there before that. */
    boolean isAnswering() {
        return answering;
    }

    @Override
    public void start() {
        running = Flux.interval(PACE)
                .onBackpressureDrop()
                .concatMap(
                        tick -> provider.answers()
                                .timeout(PATIENCE)
                                .thenReturn(true)
                                .onErrorReturn(false),
                        0)
                .subscribe(this::heard);
    }

    private void heard(boolean answer) {
        if (answer != answering) {
            LOG.warn("The identity provider {}", answer ? "answers again" : "does not answer");
        }
        answering = answer;
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
