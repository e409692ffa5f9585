package io.chom.embedded.stripe;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything there is: accounts and their objects, the clock, the deliveries. It is its own lock. */
final class Sandbox implements AutoCloseable {

    private static final String PLATFORM = "acct_1ChomSandbox0000";

    private final SandboxClock clock;
    private final Deliveries deliveries;
    private final Journal journal;
    private final Passage passage = new Passage();
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private long changes;

    /** @param real the time outside */
    Sandbox(Clock real) {
        clock = new SandboxClock(real);
        deliveries = new Deliveries(clock, this::platform);
        journal = new Journal(deliveries);
        Shelf platform = open(PLATFORM);
        platform.keep(Accounts.platform(PLATFORM, clock.seconds()));
    }

    SandboxClock clock() {
        return clock;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Journal journal() {
        return journal;
    }

    Passage passage() {
        return passage;
    }

    /** Something may be different from now on. */
    synchronized void touch() {
        changes++;
    }

    /** How often something may have become different. */
    synchronized long changes() {
        return changes;
    }

    /** Lets happen what has become due since the last time, where no test clock holds the time. */
    void catchUp(String base) {
        long to = clock.seconds();
        try {
            shelves().forEach(shelf -> passage.until(to, shelf, null, clock::stop, base));
        } finally {
            clock.go();
        }
    }

    /** The account that the key belongs to. */
    Shelf platform() {
        return shelf(PLATFORM).orElseThrow();
    }

    Optional<Shelf> shelf(String account) {
        return Optional.ofNullable(shelves.get(account));
    }

    List<Shelf> shelves() {
        return List.copyOf(shelves.values());
    }

    /** Makes room for a new account. */
    Shelf open(String account) {
        Shelf shelf = new Shelf(account, clock, journal);
        shelves.put(account, shelf);
        return shelf;
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
