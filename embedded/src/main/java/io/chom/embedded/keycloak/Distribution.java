package io.chom.embedded.keycloak;

import io.chom.embedded.part.Archive;
import io.chom.embedded.part.Cache;
import io.chom.embedded.part.Command;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Versions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak's software: unpacked from the class path and built with our options, once for all runs of this user.
 *
 * @param cache where it is kept
 * @param log what the build says
 */
record Distribution(Cache cache, Path log) {

    private static final List<String> OPTIONS =
            // People change what is theirs in the portal; the provider's own console would show its name under a
            // brand's host.
            List.of(
                    "--db=postgres",
                    "--health-enabled=true",
                    "--metrics-enabled=false",
                    "--features-disabled=account,account-api");
    private static final String ARCHIVE = "/keycloak/keycloak.tar.gz";
    private static final int BUFFER = 1 << 16;

    boolean ready() {
        return cache.has(folder());
    }

    Path home() throws IOException, InterruptedException {
        return cache.provide(folder(), this::make);
    }

    /** Other options need another build, so they are part of the name. */
    private static String folder() {
        return "keycloak-%s-%08x"
                .formatted(Versions.of("keycloak"), String.join(" ", OPTIONS).hashCode());
    }

    private void make(Path home) throws IOException, InterruptedException {
        unpack(home);
        List<String> build = new ArrayList<>(List.of("/usr/bin/env", "JAVA_HOME=" + System.getProperty("java.home")));
        build.addAll(List.of(home.resolve("bin/kc.sh").toString(), "build"));
        build.addAll(OPTIONS);
        new Command(log, build).succeed(Duration.ofMinutes(5));
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream packed = Distribution.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new PartFailed(
                        "Keycloak is not packed in this program: set chom.keycloak.url to a server of yours.");
            }
            Archive.unpack(new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER), home, 1);
        }
    }
}
