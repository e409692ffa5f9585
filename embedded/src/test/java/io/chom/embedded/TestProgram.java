package io.chom.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The embedded parts in a process of their own, which a test may kill. */
final class TestProgram {

    private static final String READY = "ready";

    private TestProgram() {}

    /** Starts it and waits until its parts run. */
    static Process start(Path data, String... arguments) throws IOException {
        Process process = launch(data, arguments);
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return process;
            }
        }
        throw new IllegalStateException("The program ended before its parts ran");
    }

    /** Starts it and does not wait; what it says, also about errors, is its output. */
    static Process launch(Path data, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                TestProgram.class.getName(),
                data.toString()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    /** Ends it the way Ctrl-C does. */
    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program did not end");
        }
    }

    /** Whether a process works; one that ended but was not yet collected by its parent does not. */
    static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent())
                .isPresent();
    }

    public static void main(String[] arguments) throws InterruptedException {
        String[] rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
        Embedded.start(Path.of(arguments[0]), rest);
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
