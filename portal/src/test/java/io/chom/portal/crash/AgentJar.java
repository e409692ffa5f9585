package io.chom.portal.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The agent as the JVM wants it: a jar of this package that names its entry. */
public final class AgentJar {

    private AgentJar() {}

    /** Writes it into a folder. */
    public static Path in(Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
        Path jar = folder.resolve("crash-agent.jar");
        String packageFolder = CrashAgent.class.getPackageName().replace('.', '/');
        try (OutputStream out = Files.newOutputStream(jar);
                var entries = new JarOutputStream(out, manifest);
                Stream<Path> classes = Files.list(Path.of("target/test-classes", packageFolder))) {
            for (Path each : classes.toList()) {
                entries.putNextEntry(new JarEntry(packageFolder + "/" + each.getFileName()));
                Files.copy(each, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
