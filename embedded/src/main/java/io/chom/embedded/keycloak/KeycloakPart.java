package io.chom.embedded.keycloak;

import io.chom.embedded.part.Child;
import io.chom.embedded.part.Part;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Ports;
import io.chom.embedded.part.Site;
import io.chom.embedded.part.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keycloak in a process of its own. Its address is known at once; the portal goes on while it gets ready. */
public final class KeycloakPart implements Part {

    private static final String SETTING = "chom.keycloak.url";
    private static final String ADMIN = "admin";
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Site site;
    private final Database database;
    private @Nullable Thread starting;
    private @Nullable Child running;
    private boolean stopped;

    /** @param database must accept connections */
    public KeycloakPart(Site site, Database database) {
        this.site = site;
        this.database = database;
    }

    @Override
    public String label() {
        return "Keycloak " + Versions.of("keycloak");
    }

    @Override
    public boolean warming() {
        return true;
    }

    @Override
    public Map<String, String> start() throws IOException {
        Files.createDirectories(pidFile().getParent());
        Child.stopLeftover(pidFile(), ServerCommand.mark(site.data()));
        int port = site.ports().claim(8180, label(), SETTING);
        int managementPort = Ports.anyFree();
        String password = site.secrets().password("keycloak.admin");
        starting = Thread.ofPlatform()
                .daemon()
                .name("keycloak-start")
                .start(() -> getReady(port, managementPort, password));
        return Map.of(
                SETTING, address(port), "chom.keycloak.admin.user", ADMIN, "chom.keycloak.admin.password", password);
    }

    @Override
    public void stop() {
        Thread thread = starting;
        if (thread != null) {
            thread.interrupt();
        }
        Child child = forget();
        if (child != null) {
            try {
                child.stop();
            } catch (IOException e) {
                site.progress().failed(label(), "did not stop: " + e);
            }
        }
    }

    private void getReady(int port, int managementPort, String adminPassword) {
        Instant begin = Instant.now();
        try {
            Path home = software();
            Themes.copyTo(ServerCommand.themeFolder(site.data()));
            ServerCommand command = new ServerCommand(home, site.data(), port, managementPort);
            Child child = launch(command, adminPassword);
            awaitHealth(child, new Health(managementPort));
            site.progress().ready(label(), address(port), Duration.between(begin, Instant.now()));
        } catch (IOException e) {
            site.progress().failed(label(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path software() throws IOException, InterruptedException {
        Distribution distribution = new Distribution(site.cache(), site.log("keycloak-build"));
        if (!distribution.ready()) {
            site.progress().waiting(label(), "first start unpacks and builds it, about 40 s");
        }
        return distribution.home();
    }

    private synchronized Child launch(ServerCommand command, String adminPassword)
            throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("stopped before the server was started");
        }
        Child child = Child.start(
                command.line(), command.environment(database, ADMIN, adminPassword), site.log("keycloak"), pidFile());
        running = child;
        return child;
    }

    private void awaitHealth(Child child, Health health) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!health.ready()) {
            if (child.endsWithin(MOMENT)) {
                throw new PartFailed("ended while starting; its reason is in " + site.log("keycloak"));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailed(
                        "is not ready after %d s, see %s".formatted(LIMIT.toSeconds(), site.log("keycloak")));
            }
        }
    }

    private synchronized @Nullable Child forget() {
        stopped = true;
        Child child = running;
        running = null;
        return child;
    }

    private Path pidFile() {
        return site.data().resolve("keycloak").resolve("keycloak.pid");
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }
}
