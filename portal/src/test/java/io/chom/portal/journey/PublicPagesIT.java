package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("servers")
class PublicPagesIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();

    @ParameterizedTest
    @MethodSource("brands")
    void the_first_page_is_the_brands_and_starts_no_session(String host, String name) {
        var answer = RawHttp.send(PORT, "GET / HTTP/1.1", "Host: " + host + ":" + PORT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>" + name).contains("href=\"/app\"");
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(answer.headers().get("content-security-policy")).startsWith("default-src 'none'");
        assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
    }

    static Stream<Arguments> brands() {
        return Stream.of(
                Arguments.of("acme.localhost", "Acme Hosting"),
                Arguments.of("nimbus.localhost", "Nimbus Cloud"),
                Arguments.of("localhost", "CHOM"));
    }

    @ParameterizedTest
    @CsvSource({
        "'de-AT,de;q=0.9', de, Anmelden, Diese Seite gibt es nicht",
        "fr-CA, fr, Se connecter, Cette page n’existe pas",
        "es-MX, es, Iniciar sesión, Esta página no existe",
        "nl-NL, en, Log in, There is no such page"
    })
    void a_visitor_reads_the_language_of_the_browser(String accepts, String language, String logIn, String missing) {
        String host = "Host: acme.localhost:" + PORT;
        var first = RawHttp.send(PORT, "GET / HTTP/1.1", host, "Accept-Language: " + accepts);
        var wrong = RawHttp.send(PORT, "GET /nothing HTTP/1.1", host, "Accept-Language: " + accepts);

        assertThat(first.body()).contains("<html lang=\"" + language + "\"", logIn);
        assertThat(first.headers().get("vary")).contains("Accept-Language");
        assertThat(wrong.body()).contains("<html lang=\"" + language + "\"", missing);
    }

    @Test
    void a_brand_names_neither_another_brand_nor_the_platform() {
        var acme = RawHttp.send(PORT, "GET / HTTP/1.1", "Host: acme.localhost:" + PORT);

        assertThat(acme.body()).doesNotContainIgnoringCase("nimbus").doesNotContainIgnoringCase("chom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody.localhost",
                "acme.localhost.evil.test",
                "127.0.0.1",
                "xn--nxasmq6b.localhost",
                "sub.acme.localhost"
            })
    void an_unknown_host_gets_a_page_that_names_nobody(String host) {
        var answer = RawHttp.send(PORT, "GET / HTTP/1.1", "Host: " + host + ":" + PORT);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .doesNotContainIgnoringCase("acme")
                .doesNotContainIgnoringCase("nimbus")
                .doesNotContainIgnoringCase("chom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: acme.localhost, nimbus.localhost",
                "Host: user@acme.localhost",
                "Host: ac me",
                "X-No: host"
            })
    void a_malformed_host_is_refused(String header) {
        var answer = RawHttp.send(PORT, "GET / HTTP/1.1", header);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Acme Hosting").doesNotContain("Nimbus Cloud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME.localhost", "acme.localhost.", "Acme.LocalHost"})
    void case_and_a_trailing_dot_do_not_matter(String host) {
        var answer = RawHttp.send(PORT, "GET / HTTP/1.1", "Host: " + host + ":" + PORT);

        assertThat(answer.body()).contains("Acme Hosting");
    }

    @Test
    void forwarded_headers_of_an_untrusted_peer_change_nothing() {
        for (String header : List.of(
                "X-Forwarded-Host: nimbus.localhost",
                "Forwarded: host=nimbus.localhost;proto=https",
                "X-Original-Host: nimbus.localhost",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /evil")) {
            var answer = RawHttp.send(PORT, "GET / HTTP/1.1", "Host: acme.localhost:" + PORT, header);

            assertThat(answer.body())
                    .contains("Acme Hosting")
                    .doesNotContain("nimbus")
                    .doesNotContain("evil");
        }
    }

    @Test
    void the_style_sheet_never_changes_under_its_address() {
        String page = RawHttp.send(PORT, "GET / HTTP/1.1", "Host: acme.localhost:" + PORT)
                .body();
        String path = page.replaceAll("(?s).*(/brand/[0-9a-f]{16}\\.css).*", "$1");
        var sheet = RawHttp.send(PORT, "GET " + path + " HTTP/1.1", "Host: acme.localhost:" + PORT);

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.headers().get("cache-control")).contains("immutable").contains("max-age=31536000");
        assertThat(sheet.body()).contains("--aura-accent-color-light");
    }

    @Test
    void a_wrong_address_at_a_brand_is_a_page_in_its_look() {
        var answer = RawHttp.send(PORT, "GET /nothing/here HTTP/1.1", "Host: acme.localhost:" + PORT);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Acme Hosting").contains("There is no such page");
    }

    @Test
    void the_page_that_names_nobody_has_its_look() {
        var sheet = RawHttp.send(PORT, "GET /ui/neutral.css HTTP/1.1", "Host: nobody.localhost:" + PORT);
        var missing = RawHttp.send(PORT, "GET /ui/nothing.css HTTP/1.1", "Host: nobody.localhost:" + PORT);

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.headers().get("content-type")).startsWith("text/css");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).doesNotContainIgnoringCase("acme").doesNotContainIgnoringCase("chom");
    }
}
