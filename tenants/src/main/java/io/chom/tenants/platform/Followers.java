package io.chom.tenants.platform;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps every {@link Follower} in step from start to stop. */
@Component
class Followers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final Retry AGAIN =
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(5));

    private final Broadcast broadcast;
    private final List<Follower> followers;
    private volatile Disposable running = Disposables.disposed();

    Followers(Broadcast broadcast, List<Follower> followers) {
        this.broadcast = broadcast;
        this.followers = List.copyOf(followers);
    }

    @Override
    public void start() {
        running = Disposables.composite(
                followers.stream().map(this::follow).map(Flux::subscribe).toList());
    }

    /** Listens before it loads, so that no change falls between the two. */
    private Flux<Void> follow(Follower follower) {
        return Flux.merge(broadcast.listen(follower.channel()), Mono.just(Broadcast.RESYNC))
                .concatMap(body -> Mono.defer(() -> follower.changed(body))
                        .doOnError(e -> LOG.warn("{} is behind on {}", follower.channel(), body, e))
                        .retryWhen(AGAIN));
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
