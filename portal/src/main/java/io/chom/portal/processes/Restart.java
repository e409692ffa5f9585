package io.chom.portal.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Restarts processes one after the other, so that there is always another one to take the work: each says that it is not
 * ready, ends what it took, goes, and its successor must be ready before it is the next one's turn.
 */
final class Restart {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Fleet fleet;
    private final Folder folder;
    private final Terminal terminal;

    Restart(Fleet fleet, Folder folder, Terminal terminal) {
        this.fleet = fleet;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Does what the file in the folder asks for, if there is one, and takes it away in the end. */
    void ifWanted() throws IOException {
        if (Files.exists(folder.restart())) {
            Set<String> names = Arrays.stream(Files.readString(folder.restart()).split("\\s+"))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            Files.deleteIfExists(folder.restartLog());
            say(restarted(names));
            Files.delete(folder.restart());
        }
    }

    /** The last words about it. */
    private String restarted(Set<String> names) throws IOException {
        List<Member> wanted = fleet.members().stream()
                .filter(member ->
                        names.isEmpty() || names.contains(member.slot().name()))
                .toList();
        if (wanted.isEmpty()) {
            return "  ✗ There is no such process.";
        }
        for (Member member : wanted) {
            if (!restart(member)) {
                return "  ✗ %s or its like does not get ready; what was not restarted yet stays as it is."
                        .formatted(member.slot().name());
            }
        }
        return "  Restarted.";
    }

    private boolean restart(Member member) throws IOException {
        long began = System.nanoTime();
        if (!fleet.canDoWithout(member, PATIENCE)) {
            return false;
        }
        member.end();
        member.start();
        if (!member.becomesReady(PATIENCE)) {
            return false;
        }
        say(Terminal.line(member.slot().name(), "restarted", Duration.ofNanos(System.nanoTime() - began)));
        return true;
    }

    private void say(String words) throws IOException {
        terminal.sayIn(folder.restartLog(), words);
    }
}
