package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every place that answers, on all three ports, in good and in bad requests: what its answer must carry. */
@Tag("servers")
class AnswerHeadersIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int UI = URI.create(PORTAL.ui("acme")).getPort();
    private static final int API = URI.create(PORTAL.api()).getPort();
    private static final int MANAGEMENT = URI.create(PORTAL.management()).getPort();

    /** A request and what it is answered with. */
    private record Probe(String name, RawHttp.Answer answer) {}

    @Test
    void every_answer_of_the_pages_is_protected() {
        var probes = new ArrayList<Probe>();
        String landing = get(UI, "/").answer().body();
        Stream.concat(
                        Stream.of(
                                "/",
                                "/robots.txt",
                                "/sitemap.xml",
                                "/manifest.webmanifest",
                                "/favicon.ico",
                                "/apple-touch-icon.png",
                                "/log-in",
                                "/app",
                                "/app/",
                                "/app/anything",
                                "/app/?v-r=uidl",
                                "/app/?v-r=heartbeat",
                                "/app/?v-r=init&location=",
                                "/app/VAADIN/push",
                                "/app/VAADIN/push?v-r=push&v-uiId=0&v-pushId=x",
                                "/app/VAADIN/static/push/vaadinPush-min.js",
                                "/app/VAADIN/dynamic/resource/0/x/y",
                                "/app/VAADIN/../../x",
                                "/login/oauth2/code/acme.localhost?code=x&state=y",
                                "/login/oauth2/code/nobody?code=x&state=y",
                                "/ui/app.css",
                                "/ui/site.css",
                                "/ui/components/time-chart.js",
                                "/ui/nothing.css",
                                "/brand/0000000000000000.css",
                                "/nothing",
                                "/error",
                                "/{bad}",
                                "/a%2fb",
                                "/%00",
                                "/..;/x",
                                "/actuator/health",
                                "/swagger-ui.html"),
                        links(landing))
                .map(path -> get(UI, path))
                .forEach(probes::add);
        probes.addAll(bad(UI, "/", "acme.localhost:" + UI));
        probes.addAll(bad(UI, "/app", "acme.localhost:" + UI));

        assertProtected(probes);
        assertThat(statuses(probes)).contains(200, 302, 400, 401, 403, 404, 405, 411, 413);
        assertThat(policies(probes, "/brand/", "/ui/", "/manifest", "/sitemap", "/apple"))
                .allMatch(policy -> policy.endsWith("sandbox"));
        assertThat(policies(probes, "/app ", "/app/", "/nothing", "/ ")).allMatch(policy -> !policy.contains("unsafe"));
    }

    @Test
    void every_answer_of_the_api_is_protected() {
        // It is drawn up for the first who asks, which can take longer than a call may on a machine with much to do.
        var described = await().atMost(Duration.ofMinutes(1))
                .until(() -> get(API, "/api/v1/openapi.json").answer(), answer -> answer.status() == 200);
        JsonNode description = JsonMapper.shared().readTree(described.body());
        var probes = new ArrayList<Probe>();
        for (String path : description.get("paths").propertyNames()) {
            String place = path.replaceAll("\\{[^}]+}", "0199c0de-0000-7000-8000-000000000000");
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
                probes.add(send(API, method, place, "acme.localhost:" + API));
                probes.add(send(API, method, place, "acme.localhost:" + API, key()));
            }
        }
        Stream.of(
                        "/",
                        "/api/v1/openapi.json",
                        "/api/v1/docs",
                        "/ui/site.css",
                        "/brand/0000000000000000.css",
                        "/nothing",
                        "/api/v1/nothing")
                .map(path -> get(API, path))
                .forEach(probes::add);
        probes.addAll(bad(API, "/api/v1/usage/events", "acme.localhost:" + API));

        assertThat(probes).hasSizeGreaterThan(60);
        assertProtected(probes);
        assertThat(statuses(probes)).contains(200, 400, 401, 404, 405, 413);
    }

    @Test
    void every_answer_about_health_is_protected() {
        assertProtected(
                Stream.of("/", "/health", "/health/liveness", "/health/readiness", "/prometheus", "/info", "/env")
                        .map(path -> get(MANAGEMENT, path))
                        .toList());
    }

    /** Style sheets, logos, icons: what the first page refers to. */
    private static Stream<String> links(String page) {
        Set<String> found = new HashSet<>();
        var matcher = java.util.regex.Pattern.compile("(?:href|src)=\"(/(?:brand|ui)/[^\"]+)\"")
                .matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        assertThat(found).hasSizeGreaterThan(2);
        return found.stream();
    }

    private static List<Probe> bad(int port, String path, String host) {
        return List.of(
                send(port, "DELETE", path, host),
                send(port, "TRACE", path, host),
                send(port, "PROPFIND", path, host),
                send(port, "GET", path, "nobody.localhost"),
                send(port, "GET", path, host, "Accept: application/json"),
                send(port, "POST", path, host, "Content-Length: 9000000", "Expect: 100-continue", key()),
                send(port, "POST", path, host, "Transfer-Encoding: chunked", "Expect: 100-continue"));
    }

    private static String key() {
        return "Authorization: Bearer " + PORTAL.key("lumen-dental");
    }

    private static Probe get(int port, String path) {
        return send(port, "GET", path, "acme.localhost:" + port);
    }

    private static Probe send(int port, String method, String path, String host, String... more) {
        var lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: " + host));
        lines.addAll(List.of(more));
        return new Probe(method + " " + path + " on " + port, RawHttp.send(port, lines.toArray(String[]::new)));
    }

    private static void assertProtected(List<Probe> probes) {
        var softly = new SoftAssertions();
        for (Probe probe : probes) {
            var headers = probe.answer().headers();
            softly.assertThat(headers)
                    .as("%s: %s", probe.name(), probe.answer().status())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsKey("referrer-policy")
                    .containsEntry("cross-origin-opener-policy", "same-origin")
                    .containsKey("content-security-policy")
                    .doesNotContainKeys("server", "x-powered-by");
            softly.assertThat(headers.getOrDefault("content-security-policy", ""))
                    .as(probe.name())
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("*")
                    .doesNotContain("http:");
            softly.assertThat(probe.answer().status()).as(probe.name()).isLessThan(500);
            softly.assertThat(probe.answer().body())
                    .as(probe.name())
                    .doesNotContainPattern("\\bat [a-z]+\\.[a-zA-Z.]+\\(")
                    .doesNotContain("Tomcat");
        }
        softly.assertAll();
    }

    private static Set<Integer> statuses(List<Probe> probes) {
        return probes.stream().map(probe -> probe.answer().status()).collect(Collectors.toSet());
    }

    private static List<String> policies(List<Probe> probes, String... paths) {
        return probes.stream()
                .filter(probe -> Stream.of(paths).anyMatch(path -> probe.name().startsWith("GET " + path)))
                .map(probe -> probe.answer().headers().getOrDefault("content-security-policy", ""))
                .toList();
    }
}
