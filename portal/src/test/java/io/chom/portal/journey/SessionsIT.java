package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a log-in is worth, where, for how long, and who ends it. */
class SessionsIT extends Journey {

    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();
    private static final String LEFT = "left-at";
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void a_log_in_gets_a_new_cookie_that_belongs_to_its_host_alone() {
        var browser = browser();
        browser.go(PORTAL.ui("acme") + "/app");
        browser.await(By.id("username"));
        String before = at("acme", browser).session();
        at("acme", browser)
                .enter(
                        "admin@acme.test",
                        PORTAL.user("admin@acme.test").get("password").asString());
        browser.awaitText("Blue Fox Studio");
        String after = at("acme", browser).session();

        assertThat(after).isNotEqualTo(before);
        assertThat(app("acme.localhost", "session=" + after).status()).isEqualTo(200);
        assertLeadsToLogIn(app("acme.localhost", "session=" + before));
        assertThat(app("nimbus.localhost", "session=" + after).status()).isEqualTo(401);
        assertThat(app("localhost", "session=" + after).status()).isEqualTo(401);
        String set = RawHttp.send(PORT, "GET /log-in HTTP/1.1", "Host: acme.localhost:" + PORT)
                .headers()
                .get("set-cookie");
        assertThat(set)
                .startsWith("session=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContainIgnoringCase("domain");
    }

    @Test
    void cookies_that_a_sibling_plants_have_no_effect() {
        var browser = browser();
        at("acme", browser).logIn("owner@kite.test");
        browser.awaitText("Kite Bicycles");
        String own = at("acme", browser).session();
        var sibling = browser();
        at("nimbus", sibling).logIn("admin@nimbus.test");
        sibling.awaitText("Aurora Labs");
        String foreign = at("nimbus", sibling).session();

        for (String planted : List.of(
                "session=0; session=" + own,
                "session=" + own + "; session=0",
                "session=; session=" + own,
                "session=" + "A".repeat(2000) + "; session=" + own,
                "session=" + own.toLowerCase(java.util.Locale.ROOT) + "; session=" + own,
                "session=" + foreign + "; session=" + own,
                "session=" + own + "; session=" + foreign,
                "session=\"" + own + "\"; session=" + own,
                "JSESSIONID=" + foreign + "; session=" + own,
                "__Host-session=" + foreign + "; session=" + own,
                "color-mode=<script>; session=" + own)) {
            var answer = app("acme.localhost", planted);
            assertThat(answer.status()).as(planted).isEqualTo(200);
            assertThat(answer.body()).as(planted).doesNotContain("<script>;");
        }
        for (String worthless : List.of(
                "session=0",
                "session=" + own.substring(1),
                "JSESSIONID=" + own,
                "__Host-session=" + own,
                "Session=" + own)) {
            assertLeadsToLogIn(app("acme.localhost", worthless));
        }
        assertThat(RawHttp.send(PORT, "GET /app/;session=" + own + " HTTP/1.1", "Host: acme.localhost:" + PORT)
                        .status())
                .as("an id in the address")
                .isNotEqualTo(200);
    }

    @Test
    void a_person_sees_their_sessions_and_ends_them_on_open_pages_within_two_seconds() {
        var here = browser();
        var there = browser();
        at("acme", here).logIn("admin@bluefox.test");
        at("acme", there).logIn("admin@bluefox.test");
        there.awaitText("Bandwidth");
        String stolen = at("acme", there).session();
        at("acme", here).openSessions();
        here.awaitText("1 other session");
        assertThat(here.bodyText()).contains("on Linux", "Logged in", "Last seen");
        here.shoot("acme-sessions");

        mark(there);
        Instant began = Instant.now();
        here.await(By.cssSelector(".entries vaadin-button")).click();
        awaitLogIn(there, began, "ending one");
        here.awaitText("You are logged in nowhere else");
        assertLeadsToLogIn(app("acme.localhost", "session=" + stolen));

        // The identity provider has forgotten the browser too: it asks for the password.
        at("acme", there)
                .enter(
                        "admin@bluefox.test",
                        PORTAL.user("admin@bluefox.test").get("password").asString());
        there.awaitText("Bandwidth");
        var third = browser();
        at("acme", third).logIn("admin@bluefox.test");
        third.awaitText("Bandwidth");
        here.awaitText("2 other sessions");
        mark(there);
        mark(third);
        began = Instant.now();
        here.await(By.xpath("//vaadin-button[contains(., 'End all others')]")).click();
        awaitLogIn(there, began, "ending all others");
        awaitLogIn(third, began, "ending all others");
        here.awaitText("You are logged in nowhere else");
        assertThat(here.complaints()).isEmpty();
    }

    @Test
    void a_role_or_membership_that_is_taken_away_ends_open_pages_within_two_seconds() throws SQLException {
        var browser = browser();
        at("acme", browser).logIn("member@bluefox.test");
        browser.awaitText("Bandwidth");
        String before = at("acme", browser).session();

        mark(browser);
        Instant began = Instant.now();
        elsewhere("update identity.membership set role = 'viewer' where email = 'member@bluefox.test'");
        awaitEnd(browser, before, began, "a role was taken");
        // The log-in itself goes on: the identity provider brings the person back, with the rights of now.
        String after = awaitOther(browser, before);
        browser.awaitText("Bandwidth");

        mark(browser);
        began = Instant.now();
        elsewhere("delete from identity.membership where email = 'member@bluefox.test'");
        awaitEnd(browser, after, began, "a membership was taken");
        browser.awaitUrl("/login/oauth2/code/");
        assertThat(browser.bodyText()).doesNotContain("Bandwidth");
    }

    /** The page has gone and the cookie that it had is worth nothing. */
    private static void awaitEnd(Browser browser, String session, Instant since, String why) {
        awaitGone(browser, since, why);
        assertLeadsToLogIn(app("acme.localhost", "session=" + session));
    }

    /** The cookie of the next log-in. */
    private static String awaitOther(Browser browser, String session) {
        return new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(driver -> {
            var cookie = driver.manage().getCookieNamed("session");
            var opened = cookie != null
                    && !cookie.getValue().equals(session)
                    && !driver.findElements(By.cssSelector("vaadin-app-layout")).isEmpty();
            return opened ? cookie.getValue() : null;
        });
    }

    @Test
    void the_colours_follow_a_person_to_another_browser_from_the_first_paint() {
        var first = browser();
        first.prefers("light");
        at("nimbus", first).logIn("owner@delta.test");
        first.awaitText("Delta Freight");
        at("nimbus", first).chooseColors("Dark");
        new WebDriverWait(first.driver(), Duration.ofSeconds(5))
                .until(driver -> scheme(first).equals("dark"));

        var second = browser();
        second.prefers("light");
        at("nimbus", second).logIn("owner@delta.test");
        second.awaitText("Delta Freight");
        String page = app(
                        "nimbus.localhost",
                        "session=" + at("nimbus", second).session() + "; color-mode="
                                + second.driver()
                                        .manage()
                                        .getCookieNamed("color-mode")
                                        .getValue())
                .body();

        assertThat(page).containsPattern("<html[^>]* data-mode=\"dark\"");
        assertThat(scheme(second)).isEqualTo("dark");
        second.shoot("nimbus-dark-second-browser");
        second.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(scheme(second)).isEqualTo("light");
        assertThat(brightness(second, "vaadin-app-layout")).isGreaterThan(200);
        assertThat(brightness(second, ".card")).isGreaterThan(200);
    }

    /** What a request of another process does: the change, and the word to everybody when it is committed. */
    private static void elsewhere(String change) throws SQLException {
        PORTAL.database()
                .change(
                        change,
                        "select pg_notify('chom', 'membership_changed ' || tenant_id) from tenancy.tenant"
                                + " where slug = 'blue-fox'");
    }

    private static void awaitLogIn(Browser browser, Instant since, String what) {
        awaitGone(browser, since, what);
        browser.await(By.id("username"));
    }

    /** The page that was marked has set out for another one; how long that takes to load is another matter. */
    private static void awaitGone(Browser browser, Instant since, String what) {
        Instant left = new WebDriverWait(browser.driver(), Duration.ofSeconds(20), Duration.ofMillis(50))
                .until(driver -> {
                    var cookie = driver.manage().getCookieNamed(LEFT);
                    return cookie == null ? null : Instant.ofEpochMilli(Long.parseLong(cookie.getValue()));
                });
        Duration took = Duration.between(since, left);
        System.out.println("The page has left after " + what + ": " + took.toMillis() + " ms");
        assertThat(took).isLessThan(SOON);
    }

    /** Has the page note when it is left, in a cookie that the log-in on another port of the host can be asked for too. */
    private static void mark(Browser browser) {
        browser.driver().manage().deleteCookieNamed(LEFT);
        browser.driver().executeScript("""
                addEventListener('beforeunload', () => document.cookie = 'left-at=' + Date.now() + ';path=/');
                """);
    }

    private static void assertLeadsToLogIn(RawHttp.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).endsWith("/log-in");
    }

    private static RawHttp.Answer app(String host, String cookies) {
        return RawHttp.send(PORT, "GET /app/ HTTP/1.1", "Host: " + host + ":" + PORT, "Cookie: " + cookies);
    }

    private static String scheme(Browser browser) {
        return (String) browser.driver().executeScript("return getComputedStyle(document.documentElement).colorScheme");
    }

    /** Of the ground of an element, 0 to 255; what is transparent is paper. */
    private static long brightness(Browser browser, String selector) {
        return (Long) browser.driver().executeScript("""
                const style = getComputedStyle(document.querySelector(arguments[0])).backgroundColor;
                const canvas = document.createElement('canvas').getContext('2d');
                canvas.fillStyle = '#fff';
                canvas.fillRect(0, 0, 1, 1);
                canvas.fillStyle = style;
                canvas.fillRect(0, 0, 1, 1);
                return Math.min(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
                """, selector);
    }
}
