package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The socket over which the server moves a page opens for that page only. */
@Tag("servers")
class ForgedSocketsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();
    private static final String HOST = "acme.localhost:" + PORT;

    private static final List<String> FOREIGN = List.of(
            "http://evil.example",
            "https://evil.example",
            "http://nimbus.localhost:" + PORT,
            "http://sub.acme.localhost:" + PORT,
            "http://acme.localhost.evil.example",
            "http://xacme.localhost",
            "http://localhost:" + PORT,
            "http://evil.example/acme.localhost",
            "http://acme.localhost@evil.example",
            "null",
            "file://",
            "acme.localhost",
            "http://acme.localhost, http://evil.example",
            "http://[::1]",
            "\"");

    @Test
    void a_page_of_another_host_and_a_wrong_push_id_get_no_socket() {
        try (var browser = Browser.open()) {
            new Visitor(PORTAL, browser, "acme").logIn("owner@kite.test");
            browser.awaitText("Kite Bicycles");
            String cookie = browser.driver().manage().getCookieNamed("session").getValue();
            Screen screen = Screen.open(PORT, HOST, cookie);

            var softly = new SoftAssertions();
            for (String origin : FOREIGN) {
                softly.assertThat(shake(screen, screen.pushId(), origin).status())
                        .as(origin)
                        .isIn(400, 403);
                softly.assertThat(message(screen, origin).status()).as(origin).isIn(400, 403);
            }
            for (String id : List.of(
                    "",
                    "x",
                    UUID.randomUUID().toString(),
                    screen.token(),
                    screen.pushId().toUpperCase(),
                    screen.pushId() + "0")) {
                var answer = shake(screen, id, "http://" + HOST);
                softly.assertThat(answer.body())
                        .as("push id " + id)
                        .contains("appError")
                        .doesNotContain("changes\":[", "Kite");
            }
            softly.assertAll();
            assertThat(shake(screen, screen.pushId(), "http://" + HOST).body()).doesNotContain("appError");
            assertThat(message(screen, "http://" + HOST).body())
                    .contains("\"syncId\":")
                    .doesNotContain("appError");
            browser.driver().navigate().refresh();
            browser.awaitText("Kite Bicycles");
        }
    }

    private static RawHttp.Answer shake(Screen screen, String pushId, String origin) {
        return RawHttp.listen(
                PORT,
                "GET /app/VAADIN/push?v-r=push&v-uiId=" + screen.id() + "&v-pushId=" + pushId
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true HTTP/1.1",
                "Host: " + HOST,
                screen.cookieLine(),
                "Origin: " + origin,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    }

    private static RawHttp.Answer message(Screen screen, String origin) {
        return RawHttp.post(
                PORT,
                screen.message(1, 1, ""),
                screen.line("POST"),
                "Host: " + HOST,
                screen.cookieLine(),
                "Origin: " + origin);
    }
}
