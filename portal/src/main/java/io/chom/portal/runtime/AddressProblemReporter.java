package io.chom.portal.runtime;

import org.springframework.boot.SpringBootExceptionReporter;

/** Says in one line which setting is wrong, where Spring Boot would print a stack trace. */
class AddressProblemReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressProblem problem) {
                System.err.println("  ✗ " + problem.getMessage());
                return true;
            }
        }
        return false;
    }
}
