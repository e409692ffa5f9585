package io.chom.embedded;

import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Lets the program end after a failed start. Kafka's threads would keep it alive for ever, because nobody calls the exit
 * that runs the shutdown handlers. Tests, whose main thread goes on after a failed start, keep their parts.
 */
final class StopAfterFailedStart implements ApplicationListener<ApplicationFailedEvent> {

    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        Thread starter = Thread.currentThread();
        Thread.ofPlatform().daemon().name("embedded-stop").start(() -> stopAfter(starter));
    }

    private static void stopAfter(Thread starter) {
        try {
            starter.join();
            RunningParts.stopAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
