package io.chom.frontend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the installed browser without a window. */
final class Chromium {
    private static final List<String> QUIET = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--virtual-time-budget=6000");

    private Chromium() {}

    /** What a run left behind. */
    record Visit(String output, String log) {}

    static Visit dom(URI address, int width) throws IOException, InterruptedException {
        return run(List.of("--dump-dom", "--window-size=" + width + ",900", address.toString()));
    }

    static Visit picture(URI address, int width, int height, Path file) throws IOException, InterruptedException {
        return run(List.of("--screenshot=" + file, "--window-size=" + width + "," + height, address.toString()));
    }

    private static Visit run(List<String> arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("showcase");
        var output = folder.resolve("output");
        var log = folder.resolve("log");
        var command = new ArrayList<String>();
        command.add("chromium");
        command.addAll(QUIET);
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Visit(Files.readString(output), Files.readString(log));
    }
}
