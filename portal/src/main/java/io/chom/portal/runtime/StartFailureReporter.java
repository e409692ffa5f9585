package io.chom.portal.runtime;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;

/** Says in one line why the program did not start. A wrong setting is all there is to say; anything else is logged too. */
@Order(1)
class StartFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        boolean setting = cause instanceof AddressProblem;
        System.err.println("  ✗ " + (setting ? "" : "The start failed, and the log says more: ") + cause.getMessage());
        return setting;
    }
}
