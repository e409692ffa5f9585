package io.chom.embedded.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How Keycloak's server is started. Its script would stay between this process and the server, and would outlive
 * neither in order; so Java is called directly, with the flags that the script gives.
 *
 * @param home the software
 * @param data the data directory of the installation
 * @param port where people and the portal reach it
 * @param managementPort where its health is asked
 */
record ServerCommand(Path home, Path data, int port, int managementPort) {

    /** Tells this installation's Keycloak from any other; early, because long command lines are cut. */
    static String mark(Path data) {
        return "-Dchom.keycloak.of=" + data;
    }

    List<String> line() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add(mark(data));
        line.addAll(machine());
        line.addAll(runner());
        line.addAll(List.of("start", "--optimized"));
        line.addAll(network());
        line.addAll(themes());
        return line;
    }

    Map<String, String> environment(Database database, String adminName, String adminPassword) {
        return Map.of(
                "KC_DB_URL",
                database.url(),
                "KC_DB_USERNAME",
                database.name(),
                "KC_DB_PASSWORD",
                database.password(),
                "KC_DB_POOL_INITIAL_SIZE",
                "2",
                "KC_DB_POOL_MAX_SIZE",
                "20",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                adminName,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword);
    }

    /**
     * A short start matters more here than the last request per second. One compiler and the simple collector were
     * measured to need 13 s of CPU and 300 MB until ready, the defaults 18 s and 440 MB.
     */
    private static List<String> machine() {
        return List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US");
    }

    private List<String> runner() {
        return List.of(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    /** Every brand has its own host name, so the name comes from the request; only a proxy on this machine may tell it. */
    private List<String> network() {
        return List.of(
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort,
                "--hostname-strict=false",
                "--proxy-headers=xforwarded",
                "--proxy-trusted-addresses=127.0.0.1/32,::1/128",
                "--cache=local",
                "--log-console-color=false");
    }

    /** Uncached, so that a change of a theme shows at the next request. */
    private List<String> themes() {
        return List.of(
                "--spi-theme--folder--dir=" + themeFolder(data),
                "--spi-theme--static-max-age=-1",
                "--spi-theme--cache-themes=false",
                "--spi-theme--cache-templates=false");
    }

    static Path themeFolder(Path data) {
        return data.resolve("keycloak/themes");
    }
}
