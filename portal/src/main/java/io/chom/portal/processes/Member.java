package io.chom.portal.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Keeps a slot filled: a process that ends without being asked is started again, after a pause if it lived but a moment. */
final class Member {

    private static final Duration MOMENT = Duration.ofSeconds(20);
    private static final long LONGEST_PAUSE = 30;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Slot slot;
    private final Birth birth;
    private final ScheduledExecutorService later;
    private final Terminal terminal;
    private final HttpClient http;

    private @Nullable Process process;
    private long began;
    private int shortLives;
    private boolean settled;
    private boolean retired;

    /** Starts a process. */
    @FunctionalInterface
    interface Birth {
        Process start() throws IOException;
    }

    Member(Slot slot, Birth birth, ScheduledExecutorService later, Terminal terminal, HttpClient http) {
        this.slot = slot;
        this.birth = birth;
        this.later = later;
        this.terminal = terminal;
        this.http = http;
    }

    Slot slot() {
        return slot;
    }

    /** Starts a process; does nothing once this slot is to stay empty. */
    synchronized void start() throws IOException {
        if (retired) {
            return;
        }
        Process fresh = birth.start();
        process = fresh;
        began = System.nanoTime();
        var unused = fresh.onExit().thenAccept(this::ended);
    }

    private synchronized void ended(Process gone) {
        if (!gone.equals(process)) {
            return;
        }
        if (!settled) {
            process = null;
            return;
        }
        boolean brief = System.nanoTime() - began < MOMENT.toNanos();
        shortLives = brief ? shortLives + 1 : 0;
        long pause = brief ? Math.min(LONGEST_PAUSE, 1L << Math.min(shortLives, 5)) : 0;
        terminal.failed(slot.name(), "ended with %d, is started again in %d s".formatted(gone.exitValue(), pause));
        var unused = later.schedule(() -> startAgain(gone), pause, TimeUnit.SECONDS);
    }

    private synchronized void startAgain(Process gone) {
        try {
            if (gone.equals(process)) {
                start();
            }
        } catch (IOException e) {
            terminal.failed(slot.name(), e.toString());
            var unused = later.schedule(() -> startAgain(gone), LONGEST_PAUSE, TimeUnit.SECONDS);
        }
    }

    /** The slot stays empty from now on. */
    void retire() {
        synchronized (this) {
            retired = true;
        }
        end();
    }

    /** Ends the process, which is not started again by itself. */
    void end() {
        Process last = takeOut();
        if (last != null) {
            Spawn.end(last.toHandle());
        }
    }

    private synchronized @Nullable Process takeOut() {
        Process last = process;
        process = null;
        return last;
    }

    /**
     * Waits until the process says that it is ready; false if it does not in time. Before that was so for the first time,
     * an end is taken for a fault of the settings, which another attempt would not mend.
     */
    boolean becomesReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || isGone()) {
                return false;
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        settle();
        return true;
    }

    private synchronized void settle() {
        settled = true;
    }

    private synchronized boolean isGone() {
        return process == null;
    }

    boolean isReady() {
        try {
            return http.send(question(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest question() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + slot.healthPort() + "/health/readiness"))
                .timeout(PATIENCE)
                .build();
    }

    synchronized long pid() {
        return process == null ? 0 : process.pid();
    }
}
