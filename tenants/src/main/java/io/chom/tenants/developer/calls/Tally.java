package io.chom.tenants.developer.calls;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Calls of one hour, route and class of status in this process. Only ever grows; what was written is remembered. */
final class Tally {

    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicLong most = new AtomicLong();
    private volatile Sums written = new Sums(0, 0, 0);

    /**
     * What is counted, in whole microseconds.
     *
     * @param most the longest of them
     */
    record Sums(long calls, long micros, long most) {

        Sums since(Sums before) {
            return new Sums(calls - before.calls, micros - before.micros, most);
        }
    }

    void add(long duration) {
        nanos.add(duration);
        if (duration > most.get()) {
            most.accumulateAndGet(duration, Math::max);
        }
        calls.increment();
    }

    Sums sums() {
        long counted = calls.sum();
        return new Sums(counted, TimeUnit.NANOSECONDS.toMicros(nanos.sum()), TimeUnit.NANOSECONDS.toMicros(most.get()));
    }

    /** What there is to write of these sums. */
    Sums unwritten(Sums sums) {
        return sums.since(written);
    }

    void wrote(Sums sums) {
        written = sums;
    }
}
