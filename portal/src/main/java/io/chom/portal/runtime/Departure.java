package io.chom.portal.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * The order of the end: the readiness says no, the web servers finish what they took, all at the same time, and only then
 * the root stops its consumers, its relay and its pools. Embedded parts come last, by the shutdown hook of Spring Boot.
 */
final class Departure implements ApplicationListener<ContextClosedEvent>, Ordered {

    private final ConfigurableApplicationContext root;
    private final ConfigurableApplicationContext management;
    private final List<ConfigurableApplicationContext> doors;
    private final Duration notice;

    /**
     * @param management tells the readiness, and is left open until the doors are closed
     * @param doors contexts whose web servers people and programs reach
     * @param notice how long the doors stay open after the readiness has said no
     */
    Departure(
            ConfigurableApplicationContext root,
            ConfigurableApplicationContext management,
            List<ConfigurableApplicationContext> doors,
            Duration notice) {
        this.root = root;
        this.management = management;
        this.doors = List.copyOf(doors);
        this.notice = notice;
    }

    /** Before the listeners by which the root closes its children one after the other. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext().equals(root)) {
            AvailabilityChangeEvent.publish(management, ReadinessState.REFUSING_TRAFFIC);
            giveNotice();
            closeDoors();
        }
    }

    private void giveNotice() {
        long end = System.nanoTime() + notice.toNanos();
        for (long rest = notice.toNanos(); rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private void closeDoors() {
        List<Thread> closing = new ArrayList<>();
        for (ConfigurableApplicationContext door : doors) {
            closing.add(Thread.ofPlatform().name("closing-", 0).start(door::close));
        }
        closing.forEach(Departure::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
