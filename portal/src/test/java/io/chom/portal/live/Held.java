package io.chom.portal.live;

import java.util.ArrayDeque;
import java.util.Deque;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Answers that a test holds back and releases when it wants; each question waits for its own answer. */
public final class Held<T> {

    private final Deque<Sinks.One<T>> waiting = new ArrayDeque<>();

    /** Questions that were asked so far. */
    public int asked;

    /** Questions whose asker has gone away. */
    public int abandoned;

    /** Asks. */
    public Mono<T> ask() {
        return Mono.defer(() -> {
            asked++;
            var answer = Sinks.<T>one();
            waiting.add(answer);
            return answer.asMono().doOnCancel(() -> abandoned++);
        });
    }

    /** Answers the question that has waited longest. */
    public void answer(T value) {
        waiting.remove().emitValue(value, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** Fails the question that has waited longest. */
    public void fail(Throwable error) {
        waiting.remove().emitError(error, Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
