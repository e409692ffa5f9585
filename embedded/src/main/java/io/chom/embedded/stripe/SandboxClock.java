package io.chom.embedded.stripe;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time of the sandbox, which tests may move ahead. */
final class SandboxClock {

    private final Clock real;
    private final AtomicLong ahead = new AtomicLong();

    SandboxClock(Clock real) {
        this.real = real;
    }

    /** In seconds since 1970. */
    long seconds() {
        return real.instant().getEpochSecond() + ahead.get();
    }

    /** The time outside of the sandbox, in seconds since 1970: that of signatures. */
    long realSeconds() {
        return real.instant().getEpochSecond();
    }

    void advance(Duration by) {
        ahead.addAndGet(by.toSeconds());
    }
}
