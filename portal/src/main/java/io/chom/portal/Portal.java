package io.chom.portal;

import io.chom.portal.live.LeanPush;
import io.chom.portal.processes.Processes;
import io.chom.portal.runtime.Launch;
import io.chom.portal.runtime.Probe;
import java.util.List;

/** Entry of the program: starts the roles of {@code chom.roles}, or runs a command such as
 * {@code probe isolation} or {@code processes 2}. */
public final class Portal {

    private Portal() {}

    /** Starts; a failure to start is one line on standard error and exit code 1. */
    public static void main(String[] args) {
        try {
            if (args.length > 0 && args[0].equals("probe")) {
                System.exit(Probe.run(List.of(args).subList(1, args.length)));
            }
            if (args.length > 0 && args[0].equals("processes")) {
                Processes.run(List.of(args).subList(1, args.length));
            } else {
                LeanPush.shrinkServer();
                Launch.with(args);
            }
        } catch (RuntimeException | Error e) {
            // Already reported. Threads of an embedded part would keep a program alive that serves nobody.
            System.exit(1);
        }
    }
}
