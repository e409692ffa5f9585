package io.chom.embedded.balancer;

import java.util.Arrays;
import java.util.List;

/**
 * A port of the proxy and the processes behind it.
 *
 * @param port before an offset moves it, as are those of the processes
 * @param backends at least one
 */
public record Gate(int port, List<Backend> backends) {

    public Gate {
        backends = List.copyOf(backends);
        if (backends.isEmpty()) {
            throw new IllegalArgumentException("A port of the proxy leads to at least one process.");
        }
    }

    /**
     * Reads {@code port=name:port:healthPort+…}, such as {@code 8080=ui-1:8301:8341+ui-2:8302:8342}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Gate of(String text) {
        String[] sides = text.strip().split("=", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("A port of the proxy is written port=process+process, but here " + text);
        }
        return new Gate(
                Integer.parseInt(sides[0]),
                Arrays.stream(sides[1].split("\\+")).map(Backend::of).toList());
    }
}
