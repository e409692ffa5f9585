package io.chom.embedded.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The portal's themes for the pages of Keycloak, copied from the class path to where Keycloak reads them. */
final class Themes {

    private static final String ROOT = "config/keycloak/themes/";

    private Themes() {}

    /** Replaces the folder, so that a theme file that was removed is gone. */
    static void copyTo(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**")) {
            String address = resource.getURL().toString();
            String name = address.substring(address.lastIndexOf(ROOT) + ROOT.length());
            if (resource.isReadable() && !name.isEmpty() && !name.endsWith("/")) {
                copy(resource, folder.resolve(name));
            }
        }
    }

    private static void copy(Resource resource, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = resource.getInputStream()) {
            Files.copy(in, target);
        }
    }
}
