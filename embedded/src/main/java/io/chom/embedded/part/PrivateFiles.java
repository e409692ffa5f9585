package io.chom.embedded.part;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/** Property files that only the owner of this process may read, replaced as a whole. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** The content, empty if the file does not exist. */
    public static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        }
        Map<String, String> content = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> content.put(name, properties.getProperty(name)));
        return content;
    }

    /** Writes the content so that a reader sees either the old file or the new one. */
    public static void write(Path file, Map<String, String> content) throws IOException {
        Properties properties = new Properties();
        properties.putAll(content);
        Path fresh = temporary(file);
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An empty file with a random name beside another one, readable by its owner only. */
    public static Path temporary(Path beside) throws IOException {
        return Files.createFile(
                beside.resolveSibling(beside.getFileName() + "." + UUID.randomUUID()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
