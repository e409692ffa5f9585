package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.journey.RawHttp.Answer;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place that a stranger reaches, asked with every way to say that one is somewhere else. */
@Tag("servers")
class HostVariantsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int UI = URI.create(PORTAL.ui("acme")).getPort();
    private static final int API = URI.create(PORTAL.api()).getPort();
    private static final String OWN = "Host: acme.localhost";

    private static final List<String> SAYINGS = List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Host: nimbus.localhost",
            "X-Forwarded-Host: nimbus.localhost, evil.example",
            "X-Forwarded-Host: \"evil.example\"",
            "X-Forwarded-Host: evil.example:443",
            "x-forwarded-host: evil.example",
            "X-Forwarded-Host: evil.example\r\nX-Forwarded-Host: nimbus.localhost",
            "X-Forwarded-Server: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Scheme: https",
            "X-Forwarded-Ssl: on",
            "X-Forwarded-Port: 666",
            "X-Forwarded-Port: evil.example",
            "X-Forwarded-Prefix: /evil.example",
            "X-Forwarded-Prefix: //evil.example/",
            "X-Forwarded-Path: /evil.example",
            "X-Forwarded-For: 203.0.113.9",
            "X-Real-IP: 203.0.113.9",
            "Forwarded: host=evil.example",
            "Forwarded: host=nimbus.localhost;proto=https;for=203.0.113.9",
            "Forwarded: for=unknown;host=\"evil.example:443\", host=nimbus.localhost",
            "X-Original-Host: nimbus.localhost",
            "X-Original-URL: /evil.example",
            "X-Rewrite-URL: /evil.example",
            "X-Host: evil.example",
            "X-HTTP-Host-Override: evil.example",
            "X-HTTP-Method-Override: DELETE",
            "X-Proxy-Host: evil.example",
            "Via: 1.1 evil.example",
            "Referer: http://evil.example/",
            "Front-End-Https: on",
            "X-Wap-Profile: http://evil.example/x.xml",
            "True-Client-IP: 203.0.113.9",
            "CF-Connecting-IP: 203.0.113.9");

    static Stream<Place> places() {
        return Stream.concat(
                Stream.of(
                                "/",
                                "/manifest.webmanifest",
                                "/robots.txt",
                                "/sitemap.xml",
                                "/favicon.ico",
                                "/apple-touch-icon.png",
                                "/app",
                                "/oauth2/authorization/acme.localhost",
                                "/brand/nothing.css",
                                "/preview/nothing",
                                "/unsubscribe",
                                "/nothing")
                        .map(path -> new Place(UI, path)),
                Stream.of("/api/v1/docs", "/api/v1/openapi.json", "/api/v1/usage", "/api/v1/stripe/events", "/nothing")
                        .map(path -> new Place(API, path)));
    }

    /** A place that a stranger reaches. */
    record Place(int port, String path) {

        Answer ask(String... headers) {
            var lines = Stream.concat(Stream.of("GET " + path + " HTTP/1.1"), Stream.of(headers));
            return RawHttp.send(port, lines.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_a_stranger_says_of_the_host_is_neither_believed_nor_repeated_nor_kept(Place place) {
        var plain = place.ask(OWN + ":" + place.port());
        for (var saying : SAYINGS) {
            for (var answer :
                    List.of(place.ask(OWN + ":" + place.port(), saying), place.ask(OWN + ":" + place.port()))) {
                assertThat(answer.status()).as(saying).isEqualTo(plain.status());
                assertThat(answer.headers() + answer.body())
                        .as(saying)
                        .doesNotContainIgnoringCase("evil")
                        .doesNotContainIgnoringCase("nimbus")
                        .doesNotContain("203.0.113.9")
                        .doesNotContain("https://acme.localhost")
                        .doesNotContain(":666");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_port_that_a_stranger_names_is_not_repeated(Place place) {
        for (var port : List.of("3", "31337", "65535")) {
            var answer = place.ask(OWN + ":" + port);
            assertThat(answer.headers() + answer.body()).doesNotContainPattern("localhost(:|%3A)" + port + "\\b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-No: host",
                "Host:",
                "Host: acme.localhost\r\nHost: nimbus.localhost",
                "Host: acme.localhost, nimbus.localhost",
                "Host: user@acme.localhost",
                "Host: user:word@acme.localhost",
                "Host: ac me.localhost",
                "Host: acme.localhost:port",
                "Host: acme.localhost/nimbus.localhost",
                "Host: acme.localhost?nimbus",
                "Host: acme.localhost#nimbus",
                "Host: acme..localhost",
                "Host: -acme.localhost",
                "Host: acme_.localhost",
                "Host: acme.localhost%2enimbus",
                "Host: [::1",
                "Host: 127.0.0.1",
                "Host: [::1]",
                "Host: 2130706433",
                "Host: nobody.localhost",
                "Host: xacme.localhost",
                "Host: sub.acme.localhost",
                "Host: acme.localhost.evil.example",
                "Host: evil.example",
                "Host: xn--nxasmq6b.localhost"
            })
    void a_host_that_is_nobodys_or_no_host_is_told_nothing_anywhere(String header) {
        places().forEach(place -> {
            var answer = place.ask(header);
            assertThat(answer.status()).as(place.path()).isBetween(400, 499);
            assertThat(answer.headers() + answer.body())
                    .as(place.path())
                    .doesNotContainIgnoringCase("evil")
                    .doesNotContain("Acme Hosting")
                    .doesNotContain("Nimbus Cloud")
                    .doesNotContain("CHOM");
        });
    }
}
