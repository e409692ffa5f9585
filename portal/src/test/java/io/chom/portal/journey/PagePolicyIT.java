package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** What a script that somebody smuggled into the application's page can not do. */
@Tag("servers")
class PagePolicyIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @Test
    void only_scripts_of_this_answer_run_and_only_our_own_are_loaded() {
        try (var browser = Browser.open()) {
            new Visitor(PORTAL, browser, "acme").logIn("owner@acme.test");
            browser.awaitText("Blue Fox Studio");
            assertThat(browser.violations()).isEmpty();

            assertThat(browser.driver().executeScript("""
                    document.body.insertAdjacentHTML('beforeend', '<img src="/ui/none.png" onerror="window.smuggled = 1">');
                    return window.smuggled ?? 'nothing';
                    """)).isEqualTo("nothing");
            assertThat(browser.driver().executeScript("""
                    try {
                        document.createElement('script').src = 'https://evil.example/x.js';
                        return 'taken';
                    } catch (refused) {
                        return refused.name;
                    }
                    """)).isEqualTo("TypeError");
            assertThat(browser.driver().executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    new WebSocket('wss://evil.example/').onerror = () => done('refused');
                    """)).isEqualTo("refused");
            assertThat(browser.driver().executeScript("return window.smuggled ?? 'nothing'"))
                    .isEqualTo("nothing");
            assertThat(browser.violations())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .anyMatch(text -> text.contains("inline event handler"));
        }
    }

    @Test
    void every_answer_draws_another_nonce() {
        try (var browser = Browser.open()) {
            new Visitor(PORTAL, browser, "acme").logIn("owner@acme.test");
            browser.awaitText("Blue Fox Studio");
            Cookie session = browser.driver().manage().getCookieNamed("session");

            String first = policy(session);
            String second = policy(session);

            assertThat(first).matches(".*script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic' 'unsafe-eval';.*");
            assertThat(first).contains("connect-src 'self' " + PORTAL.ui("acme").replace("http:", "ws:") + ";");
            assertThat(second).isNotEqualTo(first);
        }
    }

    private static String policy(Cookie session) {
        int port = URI.create(PORTAL.ui("acme")).getPort();
        var page = RawHttp.send(
                port, "GET /app/ HTTP/1.1", "Host: acme.localhost:" + port, "Cookie: session=" + session.getValue());
        assertThat(page.status()).isEqualTo(200);
        return page.headers().get("content-security-policy");
    }
}
