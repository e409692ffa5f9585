package io.chom.embedded.part;

import java.io.IOException;
import java.util.Map;

/** A server that the portal needs and that this program can run by itself. */
public interface Part {

    /** The name with its version, as people know it, such as {@code PostgreSQL 18.6}. */
    String label();

    /**
     * Starts the part. Returns when it can be used, or, where {@link #warming()} is true, as soon as its address is known.
     *
     * @return the properties that tell the portal where the part is and how to log in
     * @throws IOException if the part cannot be started; {@link PartFailed} if the reason is known well enough for a person
     * @throws InterruptedException if the start is given up
     */
    Map<String, String> start() throws IOException, InterruptedException;

    /** Whether the part gets ready after {@link #start()} returned; it then reports its own progress. */
    default boolean warming() {
        return false;
    }

    /** Stops the part and every process it started; does nothing if it does not run. */
    void stop();
}
