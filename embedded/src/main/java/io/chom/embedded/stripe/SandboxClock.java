package io.chom.embedded.stripe;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time of the sandbox, which tests may move ahead. */
final class SandboxClock {

    private static final long GOES = Long.MIN_VALUE;

    private final Clock real;
    private final AtomicLong ahead = new AtomicLong();
    private final AtomicLong stopped = new AtomicLong(GOES);

    SandboxClock(Clock real) {
        this.real = real;
    }

    /** In seconds since 1970. */
    long seconds() {
        long at = stopped.get();
        return at == GOES ? real.instant().getEpochSecond() + ahead.get() : at;
    }

    /** The time outside of the sandbox, in seconds since 1970: that of signatures. */
    long realSeconds() {
        return real.instant().getEpochSecond();
    }

    /** Makes this moment the time until {@link #go()}. */
    void stop(long at) {
        stopped.set(at);
    }

    void go() {
        stopped.set(GOES);
    }

    void advance(Duration by) {
        ahead.addAndGet(by.toSeconds());
    }
}
