package io.chom.portal.live;

import java.time.Instant;
import java.util.Optional;

/** What a screen knows of a thing that it asked for. */
public sealed interface AsyncState<T> {

    /** Asked, not answered yet, and nothing kept from before. */
    record Loading<T>() implements AsyncState<T> {}

    /**
     * Answered.
     *
     * @param value the answer
     * @param at when it arrived
     */
    record Loaded<T>(T value, Instant at) implements AsyncState<T> {}

    /**
     * Not answered, or not any more.
     *
     * @param kept the last answer, which stays on the screen
     * @param problem why
     */
    record Failed<T>(Optional<Loaded<T>> kept, Problem problem) implements AsyncState<T> {}
}
