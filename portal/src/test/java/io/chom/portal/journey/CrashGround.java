package io.chom.portal.journey;

import com.sun.net.httpserver.HttpServer;
import io.chom.embedded.kafka.KafkaPart;
import io.chom.embedded.part.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/** The servers that outlive the program which is killed: they run in the process of the test. */
final class CrashGround {

    private static final List<String> SETTINGS = List.of(
            "chom.postgres.url",
            "chom.postgres.owner.name",
            "chom.postgres.owner.password",
            "chom.postgres.app.name",
            "chom.postgres.app.password",
            "chom.postgres.platform.name",
            "chom.postgres.platform.password",
            "chom.seal.key",
            "chom.smtp.url");

    private final Path folder = Ground.emptyFolder().toAbsolutePath();
    private final Environment servers = start(folder);
    private final HttpServer keycloak = outOfOrder();
    /** Of the broker alone, which can be stopped and comes back at the same port. */
    private final Site site = Ground.site(folder.resolve("stream"), Ground.freeOffset());

    private KafkaPart kafka = new KafkaPart(site);
    private final Map<String, String> stream = kafka.start();

    CrashGround() throws IOException {}

    /** Nothing of the program: the embedded parts start with any application. */
    static class Nothing {}

    private static Environment start(Path folder) {
        Ground.clear();
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--chom.embedded.data-dir=" + folder,
                        "--chom.embedded.ports=free",
                        "--chom.embedded.parts=postgres,mailbox",
                        "--chom.embedded.postgres.fast=true")
                .getEnvironment();
    }

    /** The broker ends in order, and comes back with what it had: a part that was stopped does not start again. */
    void restartBroker() throws IOException {
        kafka.stop();
        kafka = new KafkaPart(site);
        kafka.start();
    }

    /** Whoever has a key needs no log-in, and that shows: the one server that nothing here may depend on. */
    private static HttpServer outOfOrder() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Arguments by which a program uses these servers. */
    List<String> settings() {
        var settings = new ArrayList<>(SETTINGS.stream()
                .map(name -> "--" + name + "=" + servers.getRequiredProperty(name))
                .toList());
        stream.forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add(
                "--chom.keycloak.url=http://127.0.0.1:" + keycloak.getAddress().getPort());
        settings.add("--chom.keycloak.admin.user=nobody");
        settings.add("--chom.keycloak.admin.password=nothing");
        settings.add("--chom.keycloak.public-url=http://{host}:1");
        return settings;
    }

    String brokers() {
        return stream.get("chom.kafka.bootstrap-servers");
    }

    Database database() {
        return new Database(
                "jdbc:" + servers.getRequiredProperty("chom.postgres.url"),
                servers.getRequiredProperty("chom.postgres.platform.name"),
                servers.getRequiredProperty("chom.postgres.platform.password"));
    }
}
