package io.chom.portal.whitelabel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probe is worth something only if it can fail: leaks are planted where real ones were seen. */
class WhiteLabelProbeTest {

    private static final List<String> SERVED =
            List.of("/", "/style.css", "/ground.svg", "/part.js", "/manifest.webmanifest");

    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers(
                "/",
                "text/html",
                "<title>Shop</title><link href='/style.css' rel=stylesheet><a href=\"/plans?a=1&amp;b=2\">Plans</a>");
        answers("/style.css", "text/css", "body { background: url(/ground.svg) }");
        answers("/ground.svg", "image/svg+xml", "<svg/>");
        answers("/plans", "text/html", "<script type=module src=\"/app.js\"></script>");
        answers("/app.js", "text/javascript", "import '/part.js'");
        answers("/part.js", "text/javascript", "console.log(1)");
        answers(
                "/manifest.webmanifest",
                "application/manifest+json",
                "{\"start_url\": \"/from-manifest\", \"icons\":[{\"src\":\"/icon.png\", \"sizes\":\"192x192\"}]}");
        answers(
                "/sitemap.xml",
                "application/xml",
                "<urlset><url><loc>%1$s/from-sitemap</loc><xhtml:link hreflang=\"de\" href=\"%1$s/in&#x2D;german\"/></url></urlset>"
                        .formatted(origin()));
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void a_site_without_traces_is_walked_whole() {
        var report = walked();
        assertThat(report.leaks()).isEmpty();
        assertThat(report.places())
                .map(place -> URI.create(place).getPath())
                .contains("/", "/style.css", "/ground.svg", "/plans", "/app.js", "/part.js")
                .contains("/icon.png", "/from-manifest", "/from-sitemap", "/in-german");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html, <!-- made with Plattform -->",
        "/, text/html, <meta name=generator content=PLATTFORM-4>",
        "/style.css, text/css, .plattform-card {}",
        "/style.css, text/css, a { color: #3B82F6 }",
        "/ground.svg, image/svg+xml, <svg><title>plattform</title></svg>",
        "/part.js, text/javascript, const home = 'https://plattform.example'",
        "/robots.txt, text/plain, Sitemap: https://plattform.example/sitemap.xml",
        "/manifest.webmanifest, application/manifest+json, '{\"short_name\": \"Plattform\"}'",
        "/icon.png, image/png, tEXtSoftware Plattform",
        "/from-manifest, text/html, Plattform",
        "/from-sitemap, text/html, Plattform",
        "/in-german, text/html, Plattform"
    })
    void a_leak_in_a_body_is_found_wherever_it_is_linked_from(String place, String type, String content) {
        if (SERVED.contains(place)) {
            site.removeContext(place);
        }
        answers(place, type, content);
        assertThat(walked().leaks())
                .isNotEmpty()
                .allMatch(leak -> leak.part().equals("body") && leak.place().endsWith(place));
    }

    @ParameterizedTest
    @CsvSource({
        "Server, Plattform/4",
        "Set-Cookie, PLATTFORM_SESSION=1; Path=/",
        "Link, <https://api.plattform.example>; rel=preconnect",
        "X-Plattform-Id, 7"
    })
    void a_leak_in_a_header_is_found(String name, String value) {
        site.removeContext("/plans");
        answers("/plans", "text/html", "", Map.of(name, value));
        assertThat(walked().leaks()).isNotEmpty().allSatisfy(leak -> {
            assertThat(leak.part()).isEqualTo("header");
            assertThat(leak.place()).contains("/plans");
        });
    }

    @Test
    void a_word_inside_of_another_is_no_trace() {
        site.removeContext("/plans");
        answers("/plans", "text/html", "replattforming aGVsbG9plattformZQ==");
        assertThat(walked().leaks()).isEmpty();
    }

    @Test
    void what_could_not_be_walked_is_no_success() {
        var report = WhiteLabelProbe.walk(target());
        assertThat(report.leaks()).isEmpty();
        assertThat(report.missed()).anyMatch(one -> one.startsWith("the application: "));
        assertThat(report.passed()).isFalse();
        assertThat(report.text()).contains("NOT WHITE-LABEL");
    }

    @Test
    void colours_that_could_not_be_learnt_are_missed_and_not_taken_for_absent() {
        var report = WhiteLabelProbe.walk(target(Optional.of(origin())));
        assertThat(report.missed()).anyMatch(one -> one.startsWith("colours of the platform: "));
    }

    private WhiteLabelReport walked() {
        var findings = new Findings(new Traces(List.of("plattform", "plattform.example", "#3b82f6")));
        new PublicWalk(findings).walk(origin());
        return findings.report();
    }

    private WhiteLabelTarget target() {
        return target(Optional.empty());
    }

    private WhiteLabelTarget target(Optional<URI> platform) {
        return new WhiteLabelTarget(
                origin(),
                "a@b.example",
                "none",
                List.of("plattform"),
                platform,
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private URI origin() {
        return URI.create("http://localhost:" + site.getAddress().getPort());
    }

    private void answers(String place, String type, String content) {
        answers(place, type, content, Map.of());
    }

    private void answers(String place, String type, String content, Map<String, String> headers) {
        site.createContext(place, exchange -> {
            boolean isHere = exchange.getRequestURI().getPath().equals(place);
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().add("Content-Type", type);
            byte[] body = (isHere ? content : "nothing").getBytes(UTF_8);
            exchange.sendResponseHeaders(isHere ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
