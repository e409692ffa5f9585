package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Over a slow network and with an empty cache, nothing is painted before the brand's look is there. */
@Tag("servers")
class FirstPaintIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    /** A phone at the edge of its network. */
    private static final Map<String, Object> SLOW =
            Map.of("offline", false, "latency", 300, "downloadThroughput", 80 * 1024, "uploadThroughput", 40 * 1024);

    /** When the page was painted first, and when its look had come, in milliseconds after the visit began. */
    private record Paint(double painted, double branded) {}

    @ParameterizedTest
    @CsvSource({"acme, owner@acme.test", "nimbus, owner@nimbus.test"})
    void no_page_is_painted_before_it_wears_its_brand(String brand, String email) {
        try (var browser = slow()) {
            browser.go(PORTAL.ui(brand) + "/");
            assertBranded(browser, "the first page of " + brand);

            browser.go(PORTAL.ui(brand) + "/app");
            browser.awaitUrl("/protocol/openid-connect/auth");
            assertBranded(browser, "the log-in of " + brand);

            new Visitor(PORTAL, browser, brand)
                    .enter(email, PORTAL.user(email).get("password").asString());
            browser.awaitUrl(PORTAL.ui(brand) + "/app");
            assertBranded(browser, "the application of " + brand);
        }
    }

    /** Were the look fetched beside the page instead of before it, this test would see it. */
    @Test
    void a_look_that_comes_late_is_seen() {
        try (var browser = slow()) {
            browser.beforeEveryPage("""
                    new MutationObserver(() => document.querySelectorAll('link[rel=stylesheet]').forEach(sheet => {
                        if (!sheet.late) {
                            sheet.late = true;
                            sheet.media = 'print';
                            sheet.addEventListener('load', () => sheet.media = 'all');
                        }
                    })).observe(document, { childList: true, subtree: true });
                    """);
            browser.go(PORTAL.ui("acme") + "/");

            Paint paint = paint(browser);
            assertThat(paint.painted()).isLessThan(paint.branded());
        }
    }

    private static Browser slow() {
        Browser browser = Browser.open();
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        browser.driver().executeCdpCommand("Network.emulateNetworkConditions", SLOW);
        return browser;
    }

    private static void assertBranded(Browser browser, String page) {
        Paint paint = paint(browser);
        System.out.printf("%s: look after %.0f ms, paint after %.0f ms%n", page, paint.branded(), paint.painted());
        assertThat(paint.painted()).as(page).isGreaterThan(paint.branded());
    }

    private static Paint paint(Browser browser) {
        return new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                .ignoring(WebDriverException.class)
                .until(driver -> {
                    var painted = browser.driver().executeScript("""
                            return performance.getEntriesByName('first-paint')[0]?.startTime""");
                    var branded = browser.driver().executeScript("""
                            return performance.getEntriesByType('resource')
                                .find(one => /\\/brand\\/[^/]+\\.css$/.test(one.name) && one.responseEnd > 0)?.responseEnd""");
                    return painted instanceof Number at && branded instanceof Number come
                            ? new Paint(at.doubleValue(), come.doubleValue())
                            : null;
                });
    }
}
