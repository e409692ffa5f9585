package io.chom.portal.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lives in the program that is to be killed. Takes orders on standard input, a line such as {@code BEFORE_COMMITTING 3}:
 * from then on, the third passing of that point is the program's end. The end of the input is its end as well, so that
 * nothing stays behind when the test itself is killed.
 */
public final class CrashAgent {

    private static final AtomicReference<@Nullable Order> ORDER = new AtomicReference<>();

    private CrashAgent() {}

    private record Order(CrashPoint point, int passing, AtomicInteger passed) {

        static Order of(String line) {
            String[] words = line.split(" ");
            return new Order(CrashPoint.valueOf(words[0]), Integer.parseInt(words[1]), new AtomicInteger());
        }

        boolean isDue(CrashPoint passedNow, Object[] given) {
            return point == passedNow
                    && point.place().orElseThrow().counts().test(given)
                    && passed.incrementAndGet() == passing;
        }
    }

    /** Called by the JVM before the program. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Entrances());
        Kill.prepare();
        Thread.ofPlatform().daemon().name("crash-orders").start(CrashAgent::takeOrders);
    }

    private static void takeOrders() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                ORDER.set(Order.of(line));
                System.err.println("Ordered: " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Kill.self();
        }
    }

    /** Called at the entrance of every point. */
    public static void passing(String name, Object[] given) {
        Order order = ORDER.get();
        if (order != null && order.isDue(CrashPoint.valueOf(name), given)) {
            System.err.println("Killed: " + name + " " + order.passing());
            Kill.self();
        }
    }
}
