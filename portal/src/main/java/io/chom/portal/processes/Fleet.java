package io.chom.portal.processes;

import io.chom.portal.processes.Slot.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All processes, in the order in which they start. */
final class Fleet {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<Member> members;
    private final Terminal terminal;

    Fleet(List<Member> members, Terminal terminal) {
        this.members = List.copyOf(members);
        this.terminal = terminal;
    }

    List<Member> members() {
        return members;
    }

    /**
     * Starts the first one alone, for it prepares the database, and then so many at a time as there are processors.
     *
     * @throws StartFailed if one does not get ready
     */
    void start() {
        start(members.getFirst());
        var processors = new Semaphore(Runtime.getRuntime().availableProcessors());
        Queue<StartFailed> failures = new ConcurrentLinkedQueue<>();
        each(members.subList(1, members.size()), member -> {
            processors.acquireUninterruptibly();
            try {
                start(member);
            } catch (StartFailed e) {
                failures.add(e);
            } finally {
                processors.release();
            }
        });
        if (!failures.isEmpty()) {
            throw failures.element();
        }
    }

    private void start(Member member) {
        long began = System.nanoTime();
        try {
            member.start();
        } catch (IOException e) {
            throw new StartFailed(member.slot().name() + " cannot be started: " + e.getMessage());
        }
        if (!member.becomesReady(PATIENCE)) {
            throw new StartFailed(member.slot().name() + " does not get ready; what it said is in the folder "
                    + Folder.NAME + " of the data.");
        }
        terminal.ready(member.slot().name(), address(member.slot()), Duration.ofNanos(System.nanoTime() - began));
    }

    private static String address(Slot slot) {
        return "http://localhost:" + (slot.role() == Role.WORKER ? slot.healthPort() + "/health" : slot.port());
    }

    /** Whether at least one of each role is ready. */
    boolean isReady() {
        return List.of(Role.values()).stream()
                .allMatch(role -> members.stream()
                        .filter(member -> member.slot().role() == role)
                        .anyMatch(Member::isReady));
    }

    /** Waits until all others of its role are ready to take the work of this one; false if they are not in time. */
    boolean canDoWithout(Member member, Duration patience) {
        return members.stream()
                .filter(other -> other.slot().role() == member.slot().role() && !other.equals(member))
                .allMatch(other -> other.becomesReady(patience));
    }

    /** Ends all for good: first those whom people and programs reach, then those who work for them. */
    void retire() {
        Predicate<Member> works = member -> member.slot().role() == Role.WORKER;
        each(members.stream().filter(works.negate()).toList(), Member::retire);
        each(members.stream().filter(works).toList(), Member::retire);
    }

    private static void each(Collection<Member> some, Consumer<Member> action) {
        List<Thread> threads = some.stream()
                .map(member -> Thread.ofPlatform()
                        .name("process-" + member.slot().name())
                        .start(() -> action.accept(member)))
                .toList();
        threads.forEach(Fleet::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
