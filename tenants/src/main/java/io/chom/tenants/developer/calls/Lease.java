package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.Uuids;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls of one day that one process may let through without asking. Any thread takes; only one at a time, by
 * {@link Account}, changes what there is to take.
 */
final class Lease {

    /**
     * How long it is kept without a call, in milliseconds: long enough for a program that calls now and then to find one
     * at hand, and shorter than the silence after which a process counts as gone.
     */
    private static final long IDLE = 30_000;

    private final UUID id = Uuids.next();
    private final Terms terms;
    private final boolean endless;
    private final long end;
    private final AtomicLong left = new AtomicLong();
    private volatile long low = -1;
    private volatile long leased;
    private volatile long statedLeased;
    private volatile long statedUsed;
    private volatile boolean inDoubt;
    private volatile long seenUsed;
    private volatile long seenAt;
    private volatile long spentUntil;

    Lease(Terms terms) {
        this.terms = terms;
        this.endless = !terms.isLimited();
        this.end = terms.end().toEpochMilli();
    }

    /** What came of an attempt to take one. */
    enum Taken {
        YES,
        /** And it is time to fetch more. */
        LAST_FEW,
        NO
    }

    /**
     * Takes one, if there is one.
     *
     * @param now milliseconds since 1970
     */
    Taken take(long now) {
        if (endless) {
            return Taken.YES;
        }
        long rest = now < end ? left.get() : 0;
        while (rest > 0) {
            long found = left.compareAndExchange(rest, rest - 1);
            if (found == rest) {
                return rest - 1 == low ? Taken.LAST_FEW : Taken.YES;
            }
            rest = found;
        }
        return Taken.NO;
    }

    Terms terms() {
        return terms;
    }

    boolean isLimited() {
        return !endless;
    }

    /** What is said of this lease: every take up to now is in it. */
    Claim claim(long wanted) {
        long all = leased;
        inDoubt = true;
        return new Claim(id, terms.day(), Objects.requireNonNull(terms.limit()), all, all - left.get(), wanted);
    }

    /** The claim was taken down, and this many were given. */
    void agreed(Claim claim, long granted) {
        leased = claim.leased() + granted;
        statedLeased = claim.leased() + granted;
        statedUsed = claim.used();
        inDoubt = false;
        if (granted > 0) {
            long now = left.addAndGet(granted);
            low = now / 2;
        }
    }

    /** Nothing can be taken from now on; what was left belongs to all again as soon as that was said. */
    void drain() {
        leased -= left.getAndSet(0);
    }

    /** Whether something is left of which nobody has taken any for a while, or could take. */
    boolean isIdle(long now) {
        long used = used();
        if (used != seenUsed) {
            seenUsed = used;
            seenAt = now;
        }
        return isOpen() && (now >= end || now - seenAt >= IDLE);
    }

    /** Whether a call could be taken but for the time. */
    boolean isOpen() {
        return left.get() > 0;
    }

    /** Whether there is anything to say that was not said yet, or of which nobody knows whether it was heard. */
    boolean isUnsaid() {
        return inDoubt || leased != statedLeased || used() != statedUsed;
    }

    /** Nothing more is to be had until then. */
    void spend(long until) {
        spentUntil = until;
    }

    boolean isSpent(long now) {
        return now < spentUntil && now < end;
    }

    Refused refusal() {
        long limit = Objects.requireNonNull(terms.limit());
        return new Refused(new Failure.LimitReached(
                "calls.exhausted",
                "The plan includes " + limit
                        + " calls a day, and they are used up. A larger plan takes effect at once.",
                limit,
                terms.end()));
    }

    private long used() {
        return leased - left.get();
    }
}
