package io.chom.portal.processes;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The place of one process, whoever fills it: its role, and ports that stay the same from one process to the next.
 *
 * @param role what it does
 * @param number from 1 to {@link #MOST}
 * @param offset moves its ports
 */
record Slot(Role role, int number, int offset) {

    /** So many of a role. */
    static final int MOST = 16;

    /** What a process does, and where its ports begin. */
    enum Role {
        UI("ui", 8300, 8340),
        API("api", 8320, 8360),
        WORKER("worker", 0, 8380);

        private final String word;
        private final int ports;
        private final int healthPorts;

        Role(String word, int ports, int healthPorts) {
            this.word = word;
            this.ports = ports;
            this.healthPorts = healthPorts;
        }

        String word() {
            return word;
        }
    }

    Slot {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(
                    "There are 1 to %d processes of a role, not %d.".formatted(MOST, number));
        }
    }

    /** So many of each role; a worker comes first, for the others wait for what it sets up. */
    static List<Slot> each(int count, int offset) {
        return Stream.of(Role.WORKER, Role.API, Role.UI)
                .flatMap(role -> IntStream.rangeClosed(1, count).mapToObj(number -> new Slot(role, number, offset)))
                .toList();
    }

    String name() {
        return role.word + "-" + number;
    }

    /** Of its web server, before the offset moves it; a worker has none. */
    int standardPort() {
        return role.ports == 0 ? 0 : role.ports + number;
    }

    /** Of its management, before the offset moves it. */
    int standardHealthPort() {
        return role.healthPorts + number;
    }

    int port() {
        return standardPort() + offset;
    }

    int healthPort() {
        return standardHealthPort() + offset;
    }
}
