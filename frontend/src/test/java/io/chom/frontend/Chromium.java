package io.chom.frontend;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The installed browser without a window, at one address. */
final class Chromium implements AutoCloseable {
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
            "--enable-logging=stderr");

    private final Process process;
    private final Path folder;

    private Chromium(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Opens the address and stays there until it is closed. */
    static Chromium open(URI address, int width) throws IOException {
        return start(List.of("--remote-debugging-port=0", "--window-size=" + width + ",900", address.toString()));
    }

    /** Takes a picture six seconds of the page's own time after it was opened; answers what the browser complained about. */
    static String picture(URI address, int width, int height, Path file) throws IOException, InterruptedException {
        try (var browser = start(List.of(
                "--virtual-time-budget=6000",
                "--screenshot=" + file,
                "--window-size=" + width + "," + height,
                address.toString()))) {
            browser.process.waitFor(60, TimeUnit.SECONDS);
            return browser.log();
        }
    }

    /** What the browser complained about until now. */
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static Chromium start(List<String> arguments) throws IOException {
        var folder = Files.createTempDirectory("showcase");
        var command = new ArrayList<String>();
        command.add("chromium");
        command.addAll(QUIET);
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Chromium(process, folder);
    }

    @Override
    public void close() throws IOException {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
