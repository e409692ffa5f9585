package io.chom.embedded.part;

import java.nio.file.Path;

/**
 * Where the parts of one installation live.
 *
 * @param data the folder that survives a restart
 * @param cache unpacked software, shared by all installations of this user
 * @param ports gives out ports
 * @param secrets the passwords of the parts
 * @param progress tells the person at the terminal
 */
public record Site(Path data, Cache cache, Ports ports, Secrets secrets, Progress progress) {

    /** The log file of a part. */
    public Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }
}
