package io.chom.portal.processes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The health of the whole on the management port, on loopback: {@code /health/readiness} tells whether every role is
 * served, {@code /health} who is there, {@code /targets} where Prometheus finds the metrics of each.
 */
final class Overview implements AutoCloseable {

    private final Fleet fleet;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Overview(Fleet fleet, int port) throws IOException {
        this.fleet = fleet;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/health", exchange -> answer(exchange, health()));
        server.createContext("/targets", exchange -> answer(exchange, new Answer(200, targets())));
    }

    void open() {
        server.start();
    }

    private record Answer(int status, Object content) {}

    private Answer health() {
        boolean ready = fleet.isReady();
        Map<String, Object> processes = new TreeMap<>();
        fleet.members()
                .forEach(member -> processes.put(
                        member.slot().name(),
                        Map.of(
                                "status",
                                member.isReady() ? "UP" : "OUT_OF_SERVICE",
                                "pid",
                                member.pid(),
                                "health",
                                "http://localhost:" + member.slot().healthPort() + "/health")));
        return new Answer(ready ? 200 : 503, Map.of("status", ready ? "UP" : "OUT_OF_SERVICE", "processes", processes));
    }

    private List<Map<String, Object>> targets() {
        return fleet.members().stream().map(Overview::target).toList();
    }

    private static Map<String, Object> target(Member member) {
        return Map.of(
                "targets", List.of("127.0.0.1:" + member.slot().healthPort()),
                "labels",
                        Map.of(
                                "__metrics_path__",
                                "/prometheus",
                                "process",
                                member.slot().name()));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(answer.content());
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; sandbox");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
