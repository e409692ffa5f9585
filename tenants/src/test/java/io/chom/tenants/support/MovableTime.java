package io.chom.tenants.support;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Pauses and time-outs of a test's reactive chains, which pass when they are moved and not before. */
public final class MovableTime implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        VirtualTimeScheduler.getOrSet();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        VirtualTimeScheduler.reset();
    }

    /** Lets so much time pass. */
    public void advanceTimeBy(Duration by) {
        VirtualTimeScheduler.get().advanceTimeBy(by);
    }
}
