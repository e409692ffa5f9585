package io.chom.tenants.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class HostHeaderTest {

    private static final String NEWLINE = "\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host:",
                "Host: acme.localhost\r\nHost: nimbus.localhost",
                "Host: acme.localhost\r\nHost: acme.localhost",
                "Host: user@acme.localhost",
                "Host: 127.0.0.1",
                "Host: [::1]",
                "Host: acme.localhost,nimbus.localhost",
                "Host: acme.localhost, nimbus.localhost",
                "Host: acme_.localhost",
                "Host: acme.localhost nimbus.localhost",
                "Host: acme.localhost:",
                "Host: acme.localhost:port",
                "Host: acme.localhost/nimbus.localhost",
                "Host: acme.localhost\\nimbus.localhost",
                "Host: acme.localhost#nimbus",
                "Host: -acme.localhost",
                "Host: acme..localhost",
                "Host: \u00e4cme.localhost",
                "Host: acme.localhost%2enimbus"
            })
    void a_missing_doubled_or_malformed_host_is_refused_and_shown_nowhere(String header) {
        String answer = get(Path.DOCS, header);
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertNothingOf(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody.localhost", "localhost", "acme.localhost.evil.example", "evil.example", "xacme.localhost"
            })
    void a_host_of_nobodys_gets_an_answer_that_names_nobody(String host) {
        String answer = get(Path.DOCS, "Host: " + host);
        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("\"code\":\"unknown-host\"")
                .doesNotContain(host);
        assertNothingOf(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme.localhost", "ACME.LOCALHOST", "acme.localhost.", "acme.localhost:8081", "Acme.Localhost.:1"
            })
    void every_way_to_write_a_host_shows_its_brand(String host) {
        String answer = get(Path.DOCS, "Host: " + host);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Acme Hosting").doesNotContain("Nimbus");
    }

    @Test
    void a_second_host_in_the_request_line_is_refused() {
        for (String target : List.of("http://nimbus.localhost/api/v1/docs", "http://acme.localhost/api/v1/docs", "*")) {
            String answer = api.raw("GET " + target + " HTTP/1.1" + NEWLINE + "Host: acme.localhost" + NEWLINE
                    + "Connection: close" + NEWLINE + NEWLINE);
            assertThat(answer).as(target).startsWith("HTTP/1.1 4");
            assertNothingOf(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: nimbus.localhost",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Host: a, b",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-For: not-an-address",
                "Forwarded: host=nimbus.localhost;proto=https;for=203.0.113.9",
                "X-Original-URL: /api/v1/keys",
                "X-Rewrite-URL: /api/v1/keys",
                "X-HTTP-Method-Override: DELETE",
                "X-Host: nimbus.localhost"
            })
    void from_a_peer_that_nobody_trusts_forwarding_headers_change_nothing(String header) {
        for (Path path : Path.values()) {
            String plain = get(path, "Host: acme.localhost");
            String forwarded = get(path, "Host: acme.localhost" + NEWLINE + header);
            assertThat(comparable(forwarded)).isEqualTo(comparable(plain));
            assertThat(forwarded).doesNotContain("nimbus", "Nimbus", "evil", "https://acme.localhost", "203.0.113.9");
        }
    }

    @Test
    void a_request_id_is_taken_over_from_no_stranger() {
        String answer = get(Path.DOCS, "Host: acme.localhost" + NEWLINE + "X-Request-Id: evil-evil-evil");
        assertThat(answer).contains("X-Request-Id: ").doesNotContain("evil");
    }

    @Test
    void a_key_of_one_brand_does_not_work_on_a_host_of_another_one_however_it_is_named() {
        String key = api.key(Acme.BAKERY, Scope.USAGE_READ);
        String answer = get(
                Path.ME,
                "Host: nimbus.localhost" + NEWLINE + "X-Forwarded-Host: acme.localhost" + NEWLINE
                        + "Authorization: Bearer " + key);
        assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("Bakery", "Acme");
    }

    private final Api api;

    HostHeaderTest(Api api) {
        this.api = api;
    }

    private enum Path {
        DOCS("/api/v1/docs"),
        DESCRIPTION("/api/v1/openapi.json"),
        ME("/api/v1/me"),
        NOTHING("/brand/0000000000000000.css");

        private final String text;

        Path(String text) {
            this.text = text;
        }
    }

    private String get(Path path, String headers) {
        return api.raw("GET " + path.text + " HTTP/1.1" + NEWLINE + (headers.isEmpty() ? "" : headers + NEWLINE)
                + "Connection: close" + NEWLINE + NEWLINE);
    }

    private static void assertNothingOf(String answer) {
        assertThat(answer).doesNotContain("Acme", "Nimbus", "nimbus", "CHOM", "chom", "Exception", "<html");
    }

    private static String comparable(String answer) {
        return answer.replaceAll("(?i)(x-request-id: |\"request_id\":\")[0-9a-f-]{36}", "")
                .replaceAll("(?i)date: .*", "");
    }
}
