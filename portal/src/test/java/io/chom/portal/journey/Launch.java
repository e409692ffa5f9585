package io.chom.portal.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of the program that was built, with the cache of its classes: these tests start it dozens of times, and a
 * start out of a jar of jars costs four times the work. None of them lives long enough to earn what the best code costs.
 */
final class Launch {

    private static final Path PROGRAM = trained();

    private Launch() {}

    private static Path trained() {
        try {
            var log = Path.of("target/train.log").toFile();
            var builder = new ProcessBuilder("../chom", "train")
                    .redirectErrorStream(true)
                    .redirectOutput(log);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("The training failed, see " + log);
            }
            return Path.of("target/program");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Options of a JVM that will not live long. */
    static List<String> quick() {
        return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** Like {@code portal.jar}, for servers that are there; arguments may be added. */
    static List<String> onServers(String... options) {
        List<String> command = java(options);
        command.addAll(List.of("-jar", PROGRAM.resolve("portal.jar").toString()));
        return command;
    }

    /** Like {@code portal-embedded.jar}, which brings its servers; arguments may be added. */
    static List<String> embedded(String... options) {
        List<String> command = java(options);
        command.addAll(List.of(
                "-cp", PROGRAM.resolve("portal.jar") + ":" + PROGRAM.resolve("embedded/*"), "io.chom.portal.Portal"));
        return command;
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:AOTCache=" + PROGRAM.resolve("portal.aot"),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "@../config/jvm.options"));
        command.addAll(quick());
        command.addAll(List.of(options));
        return command;
    }
}
