package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The calls that were counted in this process, as long as they may have to be written. */
final class CallCounts {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** How long after its end a call may still be on its way into an hour. */
    private static final long LATE = Duration.ofMinutes(1).toMillis();

    private final ConcurrentMap<Kind, Tally> tallies = new ConcurrentHashMap<>();

    /** Whose calls of which hour; what is written together. */
    private record Whose(TenantId tenant, TenantId reseller, long hour) {}

    /** Calls that are counted together. */
    private record Kind(Whose whose, Route route, int group) {}

    /** Some calls that are to be written, and where they were counted; the group is the first digit of the status. */
    record Part(Route route, int group, Tally tally, Tally.Sums sums) {

        Tally.Sums unwritten() {
            return tally.unwritten(sums);
        }
    }

    /** What is to be written of one tenant in one transaction. */
    record Batch(TenantId tenant, TenantId reseller, Instant hour, List<Part> parts) {

        void wrote() {
            parts.forEach(part -> part.tally().wrote(part.sums()));
        }
    }

    /** Counts one call that ended now. */
    void note(Acting acting, Route route, int status, long nanos, long now) {
        var whose = new Whose(acting.tenant(), acting.reseller(), now - Math.floorMod(now, HOUR));
        var kind = new Kind(whose, route, Math.clamp(status / 100, 1, 5));
        Tally tally = tallies.get(kind);
        if (tally == null) {
            tally = tallies.computeIfAbsent(kind, some -> new Tally());
        }
        tally.add(nanos);
    }

    /** What there is to write. */
    List<Batch> unwritten() {
        Map<Whose, List<Part>> found = new HashMap<>();
        tallies.forEach((kind, tally) -> {
            var part = new Part(kind.route(), kind.group(), tally, tally.sums());
            if (part.unwritten().calls() > 0) {
                found.computeIfAbsent(kind.whose(), some -> new ArrayList<>()).add(part);
            }
        });
        List<Batch> batches = new ArrayList<>();
        found.forEach((whose, parts) ->
                batches.add(new Batch(whose.tenant(), whose.reseller(), Instant.ofEpochMilli(whose.hour()), parts)));
        return batches;
    }

    /** Lets go of hours that are over and written. */
    void dropOver(long now) {
        tallies.forEach((kind, tally) -> {
            boolean over = now >= kind.whose().hour() + HOUR + LATE;
            if (over && tally.unwritten(tally.sums()).calls() == 0) {
                tallies.remove(kind, tally);
            }
        });
    }
}
