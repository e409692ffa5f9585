package io.chom.bench;

import io.chom.portal.preview.Chromium;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person of the demo in a real browser of their own. */
record Visit(ChromeDriver driver, String origin) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What came over the wire for the page that is shown, of the addresses that fit. */
    private static final String BYTES = """
            const fits = new RegExp(arguments[0]);
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(one => fits.test(one.name.slice(location.origin.length)))
                .reduce((sum, one) => sum + one.transferSize, 0);""";

    /** A browser at the first page of a brand, where nobody is logged in. */
    static Visit at(World.Product product, String brand) {
        return new Visit(Chromium.start(), "http://" + brand + ".localhost:" + product.ui());
    }

    /** Logs in, and waits for some text of the first view. */
    void logIn(World world, String email, String expected) throws IOException {
        driver.get(origin + "/app");
        var wait = new WebDriverWait(driver, PATIENCE);
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("username")))
                .sendKeys(email);
        driver.findElement(By.id("password"))
                .sendKeys(world.user(email).get("password").asString());
        driver.findElement(By.cssSelector("[type=submit]")).click();
        await(expected);
    }

    /** Opens a page with nothing in the cache. */
    void openCold(String path, String expected) {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.get(origin + path);
        await(expected);
    }

    /** Bytes as they came, compressed and with their heads, of the addresses that fit, from their path on. */
    double bytes(String addresses) {
        return number(BYTES, addresses);
    }

    double number(String script, Object... arguments) {
        return ((Number) Objects.requireNonNull(driver.executeScript(script, arguments))).doubleValue();
    }

    private void await(String expected) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), expected));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
