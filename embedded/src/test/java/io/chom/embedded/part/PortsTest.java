package io.chom.embedded.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ports that servers get which may have any. */
class PortsTest {

    /** So many that the system gives some of them twice. */
    private static final int MANY = 2_000;

    @Test
    void no_port_is_given_out_twice() throws IOException {
        Set<Integer> given = new HashSet<>();
        for (int n = 0; n < MANY; n++) {
            given.add(Ports.anyFree());
        }
        assertThat(given).hasSize(MANY);
    }
}
