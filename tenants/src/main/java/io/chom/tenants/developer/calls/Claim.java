package io.chom.tenants.developer.calls;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a process says about its lease of a day: totals, not changes, so that it may be said again after any failure.
 *
 * @param lease the lease
 * @param day the day
 * @param limit calls of that day, in all processes together
 * @param leased how many the process has been given and has not given back
 * @param used how many of those it let through
 * @param wanted how many are waited for; 0 when nothing is wanted
 */
record Claim(UUID lease, LocalDate day, long limit, long leased, long used, long wanted) {

    /** Share of the limit that is the most to be given ahead of need. */
    private static final long PORTION = 100;
    /** Share of what remains that is the most to be given ahead of need: the nearer the end, the less lies idle. */
    private static final long OF_REST = 8;

    /**
     * How many are given.
     *
     * @param given how many of the day all processes have by now, this one too
     */
    long granted(long given) {
        long rest = Math.max(0, limit - given);
        long ahead = Math.max(1, Math.min(limit / PORTION, rest / OF_REST));
        return wanted == 0 ? 0 : Math.min(rest, Math.max(wanted, ahead));
    }

    /** Whether something was wanted and nothing could be given. */
    boolean isDenied(long granted) {
        return wanted > 0 && granted == 0;
    }
}
