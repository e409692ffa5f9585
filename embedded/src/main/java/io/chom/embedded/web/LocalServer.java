package io.chom.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A web server on the loopback address that answers only to local names, so that no foreign page can reach it. */
public final class LocalServer implements AutoCloseable {

    private static final Pattern LOCAL =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|[a-z0-9.-]+\\.localhost)(:\\d+)?", Pattern.CASE_INSENSITIVE);

    /** How many bytes of a body are read. */
    private static final int MOST = 1 << 20;

    private final HttpServer server;
    private final ExecutorService executor;

    private LocalServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Starts a server.
     *
     * @param answering gives the answer to every request
     */
    public static LocalServer start(int port, Function<Request, Answer> answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        server.createContext("/", exchange -> handle(exchange, answering));
        server.start();
        return new LocalServer(server, executor);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static void handle(HttpExchange exchange, Function<Request, Answer> answering) throws IOException {
        try (exchange) {
            send(exchange, answer(request(exchange), answering));
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
                new String(exchange.getRequestBody().readNBytes(MOST), StandardCharsets.UTF_8));
    }

    private static Answer answer(Request request, Function<Request, Answer> answering) {
        if (!LOCAL.matcher(request.header().apply("Host").orElse("")).matches()) {
            return Answer.text(421, "text/plain", "This server answers to local names only.\n");
        }
        return answering.apply(request);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == Answer.NONE.status()) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        boolean empty = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }
}
