package io.chom.portal.runtime;

import io.chom.portal.demo.DemoRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** {@code ready.json}: where everything is, for programs. Readable by its owner only, for it holds passwords. */
final class ReadyFile {

    private static final String NAME = "ready.json";

    /** Another name below the same folder: many processes that look like one write one file. */
    private static final String SETTING = "chom.ready-file";

    private final Environment settings;
    private final Addresses addresses;

    ReadyFile(Environment settings, Addresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /** What an earlier start has written is not true any more. */
    static void forget(Environment settings) {
        try {
            Files.deleteIfExists(file(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("An old " + file(settings) + " cannot be removed", e);
        }
    }

    void write(DemoRecord demo) throws IOException {
        Path file = file(settings);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                folder,
                "ready",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                fresh,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(content(demo)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Path folder(Environment settings) {
        return Path.of(settings.getProperty("chom.embedded.data-dir", ".data"));
    }

    private static Path file(Environment settings) {
        return folder(settings).resolve(settings.getProperty(SETTING, NAME));
    }

    private Map<String, Object> content(DemoRecord demo) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("ui", "http://localhost:" + addresses.uiPort());
        content.put("api", "http://localhost:" + addresses.apiPort());
        content.put("auth", settings.getProperty("chom.keycloak.url", ""));
        content.put("management", "http://localhost:" + addresses.managementPort());
        content.put("mailbox", settings.getProperty("chom.embedded.mailbox-url", ""));
        content.put("stripe", settings.getProperty("chom.stripe.api-base", ""));
        content.put("users", demo.users());
        content.put("apiKeys", demo.apiKeys());
        content.put("postgres", Map.of("url", settings.getProperty("chom.postgres.url", ""), "users", databaseUsers()));
        return content;
    }

    private List<Map<String, String>> databaseUsers() {
        return Stream.of("owner", "app", "platform").map(this::databaseUser).toList();
    }

    private Map<String, String> databaseUser(String role) {
        Map<String, String> user = new LinkedHashMap<>();
        user.put("role", role);
        user.put("name", settings.getProperty("chom.postgres." + role + ".name", ""));
        user.put("password", settings.getProperty("chom.postgres." + role + ".password", ""));
        return user;
    }
}
