package io.chom.tenants.blocking;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails every test class in whose time an event loop was kept waiting, whoever swallowed the error. */
public final class Found implements AfterAllCallback {

    private static final int FRAMES = 25;

    private static final Queue<Error> CALLS = new ConcurrentLinkedQueue<>();

    static void add(Error call) {
        CALLS.add(call);
    }

    /** What was found since the last time. */
    static List<Error> take() {
        return Stream.generate(CALLS::poll).takeWhile(call -> call != null).toList();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        List<Error> calls = take();
        if (!calls.isEmpty()) {
            String where = calls.stream().map(Found::told).collect(Collectors.joining("\n"));
            var failure =
                    new AssertionError(calls.size() + " blocking call(s) on threads that must not wait\n" + where);
            calls.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    /** The call and who made it: a summary that names only the class would leave a rare one without a trace. */
    private static String told(Error call) {
        String frames = Stream.of(call.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("reactor.blockhound"))
                .limit(FRAMES)
                .map(frame -> "  at " + frame)
                .collect(Collectors.joining("\n"));
        return call.getMessage() + "\n" + frames;
    }
}
