package io.chom.embedded;

import io.chom.embedded.part.PartFailed;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;

/** Says in one line why a part could not start, where Spring Boot would print a stack trace. */
@org.springframework.core.annotation.Order(0)
final class PartFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof PartFailed known) {
                System.err.println("  ✗ " + known.getMessage());
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause();
    }
}
