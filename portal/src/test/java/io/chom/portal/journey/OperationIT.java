package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those see who look after the program. */
class OperationIT extends Journey {

    private static final int MANAGEMENT = URI.create(PORTAL.management()).getPort();
    /** The endings that our metrics have, which no function of the query language and no label has. */
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w\"])[a-z]\\w*_(?:total|count|sum|max|bytes|usage|threads|connections)\\b");

    private static final int API = URI.create(PORTAL.api()).getPort();

    @Test
    void health_is_told_part_by_part() {
        var answer = RawHttp.send(MANAGEMENT, "GET /health HTTP/1.1", "Host: localhost");

        JsonNode parts = JsonMapper.shared().readTree(answer.body()).get("components");
        assertThat(parts.propertyNames()).contains("postgres", "kafka", "keycloak");
        assertThat(List.of("postgres", "kafka", "keycloak"))
                .allSatisfy(part -> assertThat(parts.get(part).get("status").asString())
                        .as(part)
                        .isEqualTo("UP"));
    }

    @Test
    void metrics_are_there_for_prometheus() {
        assertThat(usage().status()).isEqualTo(200);

        var metrics = RawHttp.send(MANAGEMENT, "GET /prometheus HTTP/1.1", "Host: localhost");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("# TYPE http_server_requests_seconds", "uri=\"/api/v1/usage\"", "jvm_memory_used_bytes")
                .doesNotContain("Blue Fox", "bluefox.test");
    }

    /** What counts trouble is there from the first trouble on only. */
    @Test
    void the_dashboard_shows_metrics_that_there_are() throws IOException {
        assertThat(usage().status()).isEqualTo(200);
        var metrics = RawHttp.send(MANAGEMENT, "GET /prometheus HTTP/1.1", "Host: localhost");

        List<String> shown = shownByDashboard();
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(shown)
                .filteredOn(name -> !name.matches(".*_(failures|reconnects)_total"))
                .allSatisfy(name -> assertThat(metrics.body()).contains("\n" + name));
    }

    private static List<String> shownByDashboard() throws IOException {
        JsonNode dashboard =
                JsonMapper.shared().readTree(Files.readString(Path.of("../docker/grafana/dashboards/portal.json")));
        return dashboard.findValuesAsString("expr").stream()
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    @Test
    void the_bill_of_materials_is_told_to_those_on_the_machine_only() {
        var bill = RawHttp.send(MANAGEMENT, "GET /sbom/application HTTP/1.1", "Host: localhost");

        assertThat(bill.status()).isEqualTo(200);
        assertThat(bill.body()).contains("\"CycloneDX\"", "pkg:maven/org.mvnpm/echarts@");
        assertThat(RawHttp.send(API, "GET /sbom/application HTTP/1.1", "Host: " + PORTAL.hostHeader("acme"))
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void each_request_is_one_line_of_the_log_with_its_id_and_tenant() {
        String id = usage().headers().get("x-request-id");

        assertThat(id).isNotBlank();
        List<JsonNode> lines = await().atMost(Duration.ofSeconds(5)).until(() -> about(id), found -> !found.isEmpty());
        assertThat(lines).hasSize(1);
        JsonNode line = lines.getFirst();
        assertThat(line.get("path").asString()).isEqualTo("/api/v1/usage");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("tenant").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(line.toString()).doesNotContain(PORTAL.key("lumen-dental"));
    }

    private static RawHttp.Answer usage() {
        return RawHttp.send(
                API,
                "GET /api/v1/usage HTTP/1.1",
                "Host: " + PORTAL.hostHeader("acme"),
                "Authorization: Bearer " + PORTAL.key("lumen-dental"));
    }

    private static List<JsonNode> about(String requestId) {
        return PORTAL.log().stream()
                .filter(line -> requestId.equals(line.path("request_id").asString("")))
                .toList();
    }
}
