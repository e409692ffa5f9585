package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What was counted in one hour, and the hour before it as long as that may have something to write. */
final class CountedHour {

    private static final long LENGTH = Duration.ofHours(1).toMillis();
    /** How long after its end a call may still be on its way into an hour. */
    private static final long LATE = Duration.ofMinutes(1).toMillis();

    private static final int CLASSES = 6;

    private final long begin;
    private final ConcurrentMap<TenantId, Book> books = new ConcurrentHashMap<>();
    private volatile @Nullable CountedHour before;

    CountedHour(long now, @Nullable CountedHour before) {
        this.begin = now - Math.floorMod(now, LENGTH);
        this.before = before;
    }

    /** One tenant's calls. */
    private record Book(Acting acting, ConcurrentMap<Route, AtomicReferenceArray<@Nullable Tally>> routes) {

        Tally tally(Route route, int status) {
            var classes = routes.get(route);
            if (classes == null) {
                classes = routes.computeIfAbsent(route, some -> new AtomicReferenceArray<>(CLASSES));
            }
            int group = Math.clamp(status / 100, 1, CLASSES - 1);
            Tally tally = classes.get(group);
            return tally == null ? open(classes, group) : tally;
        }

        private static Tally open(AtomicReferenceArray<@Nullable Tally> classes, int group) {
            var mine = new Tally();
            Tally found = classes.compareAndExchange(group, null, mine);
            return found == null ? mine : found;
        }

        List<Part> unwritten() {
            List<Part> parts = new ArrayList<>();
            routes.forEach((route, classes) -> {
                for (int group = 1; group < CLASSES; group++) {
                    Tally tally = classes.get(group);
                    if (tally != null) {
                        parts.add(new Part(route, group, tally, tally.sums()));
                    }
                }
            });
            parts.removeIf(part -> part.unwritten().calls() == 0);
            return parts;
        }
    }

    /** Some calls that are to be written, and where they were counted. */
    record Part(Route route, int group, Tally tally, Tally.Sums sums) {

        Tally.Sums unwritten() {
            return tally.unwritten(sums);
        }
    }

    /** What is to be written of one tenant in one transaction. */
    record Batch(Acting acting, Instant hour, List<Part> parts) {

        void wrote() {
            parts.forEach(part -> part.tally().wrote(part.sums()));
        }
    }

    boolean isOver(long now) {
        return now >= begin + LENGTH;
    }

    Tally tally(Acting acting, Route route, int status) {
        Book book = books.get(acting.tenant());
        if (book == null) {
            book = books.computeIfAbsent(acting.tenant(), tenant -> new Book(acting, new ConcurrentHashMap<>()));
        }
        return book.tally(route, status);
    }

    /** What this hour and those before it have to write. */
    List<Batch> unwritten() {
        List<Batch> batches = new ArrayList<>();
        for (CountedHour hour = this; hour != null; hour = hour.before) {
            hour.addTo(batches);
        }
        return batches;
    }

    private void addTo(List<Batch> batches) {
        Instant hour = Instant.ofEpochMilli(begin);
        for (Book book : books.values()) {
            List<Part> parts = book.unwritten();
            if (!parts.isEmpty()) {
                batches.add(new Batch(book.acting(), hour, parts));
            }
        }
    }

    /** Lets go of hours that are over and written. */
    void dropOver(long now) {
        CountedHour old = before;
        if (old == null) {
            return;
        }
        old.dropOver(now);
        if (old.before == null && old.isOver(now - LATE) && old.isWritten()) {
            before = null;
        }
    }

    private boolean isWritten() {
        return books.values().stream().allMatch(book -> book.unwritten().isEmpty());
    }
}
