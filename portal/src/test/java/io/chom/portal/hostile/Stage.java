package io.chom.portal.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chom.portal.hostile.Rendering.Shown;
import io.chom.theming.BrandAssets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Serves what was made of payloads, without the policy that would stop what is wrong with it; many at a time on a sheet. */
final class Stage implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Shown> documents = new ConcurrentHashMap<>();
    private final Map<String, BrandAssets.Asset> files = new ConcurrentHashMap<>();

    Stage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void know(BrandAssets assets) {
        assets.all().forEach(asset -> files.put(asset.path(), asset));
    }

    /** The address of a sheet with these documents, each in a frame. */
    String sheet(String name, Collection<Shown> shown) {
        var frames = new StringBuilder("<!doctype html><title>sheet</title>");
        for (var one : shown) {
            var path = "/shown/" + documents.size();
            documents.put(path, one);
            frames.append("<iframe src=\"").append(path).append("\" width=\"900\" height=\"700\"></iframe>");
        }
        documents.put("/sheets/" + name, Shown.page(Shown.Kind.MAIL, frames.toString()));
        return origin() + "/sheets/" + name;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var document = documents.get(path);
            var file = files.get(path);
            if (document != null) {
                send(exchange, document.type(), document.bytes());
            } else if (file != null) {
                send(exchange, file.contentType(), file.bytes());
            } else {
                ours(exchange, path);
            }
        }
    }

    private static void ours(HttpExchange exchange, String path) throws IOException {
        try (var file =
                path.startsWith("/ui/") ? Stage.class.getResourceAsStream("/META-INF/resources" + path) : null) {
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, path.endsWith(".css") ? "text/css" : "font/woff2", file.readAllBytes());
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
