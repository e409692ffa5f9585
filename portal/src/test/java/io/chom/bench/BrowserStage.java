package io.chom.bench;

import io.chom.portal.client.Http;
import io.chom.portal.preview.Chromium;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person sees: the weight of a first page, and how soon an event is on an open one. */
final class BrowserStage implements Stage {

    private static final int EVENTS = 200;

    /** Notes the time of each change of the page's text. */
    private static final String WATCH = """
            window.changes = [];
            new MutationObserver(() => window.changes.push(Date.now()))
                .observe(document.querySelector('.page'), {subtree: true, childList: true, characterData: true});""";

    private static final String BYTES = """
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .reduce((sum, one) => sum + one.transferSize, 0);""";

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var product = world.product();
        double bytes;
        try (var browser = browser()) {
            open(browser.driver(), world, product, "owner@acme.test", "Blue Fox Studio");
            bytes = bytesOfColdPage(browser.driver(), product, world.user("owner@acme.test"));
        }
        try (var browser = browser()) {
            open(browser.driver(), world, product, "owner@bluefox.test", "Bandwidth");
            Histogram delays = delays(browser.driver(), world, product, options);
            readings.add("event to open page, ms: p50 " + delays.getValueAtPercentile(50) + ", p99 "
                    + delays.getValueAtPercentile(99) + ", most " + delays.getMaxValue());
            return List.of(
                    Figure.atMost(
                            0.7, "MB", "page.cold", bytes / 1e6, "Cold first page of the application, compressed"),
                    Figure.atMost(
                            2_000, "ms", "event.page", delays.getValueAtPercentile(99), "Event to open page, p99"));
        }
    }

    private record Browser(ChromeDriver driver) implements AutoCloseable {
        @Override
        public void close() {
            driver.quit();
        }
    }

    private static Browser browser() {
        return new Browser(Chromium.start());
    }

    private static void open(ChromeDriver driver, World world, World.Product product, String email, String expected)
            throws IOException {
        driver.get("http://acme.localhost:" + product.ui() + "/app");
        var wait = new WebDriverWait(driver, Duration.ofSeconds(30));
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("username")))
                .sendKeys(email);
        driver.findElement(By.id("password"))
                .sendKeys(world.user(email).get("password").asString());
        driver.findElement(By.cssSelector("[type=submit]")).click();
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), expected));
    }

    /** The page once more, with nothing in the cache. */
    private static double bytesOfColdPage(ChromeDriver driver, World.Product product, Object person) {
        driver.executeCdpCommand("Network.clearBrowserCache", java.util.Map.of());
        driver.get("http://acme.localhost:" + product.ui() + "/app");
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "Blue Fox Studio"));
        return ((Number) Objects.requireNonNull(((JavascriptExecutor) driver).executeScript(BYTES), person.toString()))
                .doubleValue();
    }

    private static Histogram delays(ChromeDriver driver, World world, World.Product product, Options options)
            throws IOException, InterruptedException {
        var delays = new Histogram(60_000L, 3);
        driver.executeScript(WATCH);
        String key = "Authorization: Bearer " + world.key("blue-fox");
        for (int n = 0; n < options.count(EVENTS); n++) {
            long before = changes(driver);
            long sent = System.currentTimeMillis();
            // Large enough that the figure on the page is another one afterwards.
            String body = "[" + UsageLoad.event(UUID.randomUUID().toString(), "bandwidth_gb", "1000") + "]";
            Http.post(
                    product.api(),
                    "acme.localhost:" + product.api(),
                    "/api/v1/usage/events",
                    body,
                    key,
                    "Content-Type: application/json");
            while (changes(driver) == before) {
                if (System.currentTimeMillis() - sent > 20_000) {
                    throw new IOException("An event does not come to the page");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            Object at = driver.executeScript("return window.changes[" + before + "]");
            delays.recordValue(Math.max(0, ((Number) Objects.requireNonNull(at)).longValue() - sent));
            TimeUnit.MILLISECONDS.sleep(400);
        }
        return delays;
    }

    private static long changes(ChromeDriver driver) {
        return ((Number) Objects.requireNonNull(driver.executeScript("return window.changes.length"))).longValue();
    }
}
