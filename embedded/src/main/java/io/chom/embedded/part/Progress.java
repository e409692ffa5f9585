package io.chom.embedded.part;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * One line per part for the person at the terminal. It bypasses the logger: the parts start before logging is set up,
 * and nobody looks for an address among log lines.
 *
 * @param out the terminal
 */
public record Progress(PrintStream out) {

    /** The part can be used. */
    public void ready(String label, String address, Duration took) {
        out.println(String.format(Locale.ROOT, "  ✓ %-22s %-28s %5.1f s", label, address, took.toMillis() / 1000.0));
    }

    /** The part will take a while. */
    public void waiting(String label, String why) {
        out.println("  … %s (%s)".formatted(label, why));
    }

    /** The part cannot be used. */
    public void failed(String label, String why) {
        out.println("  ✗ %s: %s".formatted(label, why));
    }
}
