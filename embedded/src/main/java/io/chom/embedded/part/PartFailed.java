package io.chom.embedded.part;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A part cannot run, for a reason that fits into one line and says what to do. */
public final class PartFailed extends IOException {

    /** @param reason one line for the person at the terminal */
    public PartFailed(String reason) {
        super(reason);
    }

    /** @param reason one line for the person at the terminal */
    public PartFailed(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    static PartFailed portTaken(int port, String label, String setting) {
        return new PartFailed(
                "Port %d for %s is taken: stop the program that uses it, move all ports with chom.port-offset, or set %s to a server of yours."
                        .formatted(port, label, setting));
    }

    static PartFailed portTaken(int port, String label) {
        return new PartFailed(
                "Port %d for %s is taken: stop the program that uses it, or move all ports with chom.port-offset."
                        .formatted(port, label));
    }
}
