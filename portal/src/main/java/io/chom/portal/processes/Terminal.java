package io.chom.portal.processes;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * The words for the person at the terminal, in the form of those about the parts.
 *
 * @param out the terminal
 */
record Terminal(PrintStream out) {

    void ready(String name, String address, Duration took) {
        say(line(name, address, took));
    }

    void failed(String name, String why) {
        say("  ✗ " + name + ": " + why);
    }

    void say(String words) {
        out.println(words);
    }

    /** A line about something that can be used. */
    static String line(String name, String address, Duration took) {
        return String.format(Locale.ROOT, "  ✓ %-22s %-28s %5.1f s", name, address, took.toMillis() / 1000.0);
    }

    /** Says it also to whoever waits for the file to grow. */
    void sayIn(Path file, String words) throws IOException {
        Files.writeString(file, words + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        say(words);
    }
}
