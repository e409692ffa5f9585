package io.chom.tenants.platform.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: twice as long each time, up to four hours, a fifth more or less. */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final double SPREAD = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    Patience(RandomGenerator random) {
        this.random = random;
    }

    /** @param attempts how often it was tried, at least 1 */
    Duration after(int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration most = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return Duration.ofMillis(Math.round(most.toMillis() * (1 - SPREAD + 2 * SPREAD * random.nextDouble())));
    }
}
