package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The story of the floor: two brands, real log-ins, usage that moves on the open page. */
class PortalJourneyIT extends OneBrowser {

    @ParameterizedTest
    @CsvSource({
        "acme, owner@acme.test, Dashboard, Blue Fox Studio",
        "nimbus, owner@nimbus.test, Dashboard, Aurora Labs",
        "acme, viewer@bluefox.test, Usage, Bandwidth",
        "nimbus, owner@meadow.test, Usage, Estimated bill",
        "platform, operator@chom.test, Resellers, Nimbus Cloud"
    })
    void everybody_logs_in_at_their_brand_and_sees_their_page(String brand, String email, String page, String sign) {
        at(brand).logIn(email);

        browser.awaitText(sign);
        assertThat(browser.driver().getTitle()).startsWith(page + " · ");
        browser.shoot(brand + "-" + page.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void a_customer_sees_nothing_of_other_customers_or_brands() {
        at("acme").logIn("owner@kite.test");

        browser.awaitText("Kite Bicycles");
        assertThat(browser.bodyText())
                .doesNotContain("Blue Fox")
                .doesNotContain("Aurora")
                .doesNotContainIgnoringCase("nimbus")
                .doesNotContainIgnoringCase("chom");
    }

    @Test
    void usage_sent_to_the_api_moves_the_open_page_within_two_seconds_and_only_once() {
        at("acme").logIn("owner@lumen.test");
        browser.awaitText("Bandwidth");
        browser.awaitText("GB left");
        String event = "[{\"id\":\"journey-" + Instant.now().toEpochMilli() + "\",\"meter\":\"bandwidth_gb\","
                + "\"quantity\":7654.32,\"time\":\"" + Instant.now() + "\"}]";
        assertThat(browser.bodyText()).doesNotContain("7,7").doesNotContain("7,8");

        Instant sent = Instant.now();
        assertThat(send("lumen-dental", event)).startsWith("{\"accepted\":[\"journey-");
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20), Duration.ofMillis(50))
                .until(driver -> browser.bodyText().matches("(?s).*7,[78]\\d\\d\\.\\d+ GB.*"));
        Duration took = Duration.between(sent, Instant.now());
        System.out.println("From the API to the open page: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(2));

        String before = browser.bodyText().replaceAll("(?s).*?(7,[78][\\d.]+ GB).*", "$1");
        assertThat(send("lumen-dental", event)).contains("\"duplicates\":[\"journey-");
        browser.driver().navigate().refresh();
        browser.awaitText(before);
    }

    @Test
    void somebody_of_acme_cannot_log_in_at_nimbus() {
        browser.go(PORTAL.ui("nimbus") + "/app");
        at("nimbus")
                .enter(
                        "owner@acme.test",
                        PORTAL.user("owner@acme.test").get("password").asString());

        browser.await(By.id("username"));
        assertThat(browser.driver().getCurrentUrl()).contains("/realms/nimbus/");
        assertThat(browser.driver().getTitle()).contains("Nimbus");
    }

    @Test
    void logging_out_ends_both_sessions() {
        at("acme").logIn("owner@acme.test");
        browser.awaitText("Blue Fox Studio");

        at("acme").logOut();
        browser.awaitText("Log in");
        browser.go(PORTAL.ui("acme") + "/app");

        browser.await(By.id("password"));
    }

    @Test
    void a_session_is_worth_nothing_at_another_brand() {
        at("acme").logIn("owner@acme.test");
        Cookie session = browser.driver().manage().getCookieNamed("session");
        int port = URI.create(PORTAL.ui("nimbus")).getPort();

        var stolen = RawHttp.send(
                port, "GET /app HTTP/1.1", "Host: nimbus.localhost:" + port, "Cookie: session=" + session.getValue());

        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.body()).doesNotContain("Blue Fox").doesNotContain("Acme");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getDomain()).isEqualTo("acme.localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "acme, owner@bluefox.test, light",
        "acme, owner@acme.test, dark",
        "nimbus, owner@aurora.test, dark",
        "nimbus, owner@nimbus.test, light",
        "platform, operator@chom.test, dark"
    })
    void no_serious_accessibility_violation_and_no_blocked_script(String brand, String email, String scheme) {
        browser.prefers(scheme);
        browser.go(PORTAL.ui(brand) + "/");
        Access.assertAccessible(browser, brand + " landing " + scheme);
        browser.go(PORTAL.ui(brand) + "/app");
        browser.await(By.id("username"));
        Access.assertAccessible(browser, brand + " log-in " + scheme);
        at(brand).logIn(email);
        browser.awaitText("As of");
        Access.assertAccessible(browser, email + " " + scheme);
        browser.shoot(brand + "-" + scheme);
        browser.narrow();
        Access.assertNotCutOff(browser, email + " " + scheme);
        Access.assertAccessible(browser, email + " " + scheme + " on a phone");
        browser.shoot(brand + "-" + scheme + "-phone");
        browser.go(PORTAL.ui(brand) + "/app/sessions");
        browser.awaitText("This session");
        Access.assertAccessible(browser, email + " sessions on a phone " + scheme);
        browser.shoot(brand + "-" + scheme + "-sessions-phone");
        browser.wide();
        Access.assertAccessible(browser, email + " sessions " + scheme);
        browser.shoot(brand + "-" + scheme + "-sessions");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String send(String customer, String events) {
        int port = URI.create(PORTAL.api()).getPort();
        var answer = RawHttp.post(
                port,
                events,
                "POST /api/v1/usage/events HTTP/1.1",
                "Host: " + PORTAL.hostHeader("acme"),
                "Authorization: Bearer " + PORTAL.key(customer),
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(202);
        return answer.body();
    }
}
