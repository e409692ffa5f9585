package io.chom.frontend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import io.chom.theming.pages.DocsPage;
import io.chom.theming.pages.ErrorPage;
import io.chom.theming.pages.LandingPage;
import io.chom.theming.pages.NotFoundPage;
import io.chom.theming.pages.PlanOffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Serves every page in every demo brand as {@code /<brand>/<page>?mode=dark}, under the strict policy. */
final class Showcase implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'";
    private static final List<PlanOffer> PLANS = List.of(
            new PlanOffer(
                    "Start",
                    "$9.00",
                    "per month",
                    "For a first site.",
                    List.of("1 site", "10 GB storage", "100 GB traffic"),
                    false),
            new PlanOffer(
                    "Studio",
                    "$29.00",
                    "per month",
                    "For people who look after several sites.",
                    List.of("10 sites", "100 GB storage", "1,000 GB traffic", "Staging copies"),
                    true),
            new PlanOffer(
                    "Agency",
                    "$99.00",
                    "per month",
                    "For houses with many customers.",
                    List.of("50 sites", "500 GB storage", "5,000 GB traffic", "Access for your team"),
                    false));

    private final CompletableFuture<String> report = new CompletableFuture<>();
    private final HttpServer server;
    private final Map<String, Brand> brands = Map.of(
            "chom",
            DemoBrands.platform(),
            "acme",
            DemoBrands.acme(),
            "nimbus",
            DemoBrands.nimbus(),
            "long",
            Brand.defaults("Donaudampfschifffahrtsgesellschaft Webhosting und Söhne GmbH"));

    Showcase() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.createContext("/showcase/report", this::accept);
        server.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What {@code check.js} writes down as JSON when it has looked at everything; empty if it did not in that time. */
    Optional<String> report(Duration longest) {
        return Optional.ofNullable(report.completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join());
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            report.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var file = path.startsWith("/brand/") ? brandFile(path) : file(path);
            if (file.isPresent()) {
                send(exchange, file.get(), type(path));
            } else {
                var mode =
                        Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
                send(exchange, page(path, mode).getBytes(StandardCharsets.UTF_8), "text/html;charset=utf-8");
            }
        }
    }

    private String page(String path, String query) throws IOException {
        var parts = path.split("/");
        if (parts.length < 3 || !brands.containsKey(parts[1])) {
            return new NotFoundPage().render(Locale.ENGLISH);
        }
        var brand = BrandAssets.of(brands.get(parts[1]));
        var html = switch (parts[2]) {
            case "landing" -> new LandingPage().render(brand, Locale.ENGLISH, List.of(), at(path));
            case "plans" -> new LandingPage().render(brand, Locale.ENGLISH, PLANS, at(path));
            case "error" ->
                new ErrorPage()
                        .render(
                                brand,
                                new ErrorPage.Failure(
                                        Locale.ENGLISH,
                                        503,
                                        "This page is not available right now",
                                        "Nothing was lost. Try again in a minute, or write to us with the reference below.",
                                        "7f3a-91c2"));
            case "docs" -> new DocsPage().render(brand, openApi(), "https://" + parts[1] + ".example", URI.create("/"));
            case "app", "check" -> application(brand, parts[2]);
            default -> new NotFoundPage().render(Locale.ENGLISH);
        };
        return query.isEmpty()
                ? html
                : html.replace("<html lang=\"en\"", "<html lang=\"en\" data-mode=\"" + query + "\"");
    }

    private String application(BrandAssets brand, String name) throws IOException {
        return new String(file("/showcase/" + name + ".html").orElseThrow(), StandardCharsets.UTF_8)
                .replace("{stylesheet}", brand.stylesheet().path());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> openApi() throws IOException {
        try (var json = Showcase.class.getResourceAsStream("/META-INF/resources/showcase/openapi.json")) {
            return new JsonMapper().readValue(json, Map.class);
        }
    }

    private Optional<byte[]> brandFile(String path) {
        return brands.values().stream()
                .flatMap(brand -> BrandAssets.of(brand).at(path).stream())
                .map(BrandAssets.Asset::bytes)
                .findFirst();
    }

    private static Optional<byte[]> file(String path) throws IOException {
        if (!path.contains(".")) {
            return Optional.empty();
        }
        try (var stream = Showcase.class.getResourceAsStream("/META-INF/resources" + path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "css" -> "text/css;charset=utf-8";
            case "js", "mjs" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "html" -> "text/html;charset=utf-8";
            default -> "application/octet-stream";
        };
    }

    private static void send(HttpExchange exchange, byte[] body, String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
