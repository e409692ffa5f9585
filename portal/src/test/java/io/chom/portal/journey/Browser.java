package io.chom.portal.journey;

import io.chom.portal.preview.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Headless Chromium with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;
    private final List<String> violations = new ArrayList<>();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A fresh browser window, 1440 pixels wide. */
    static Browser open() {
        return new Browser(Chromium.start("--window-size=1440,1000"));
    }

    ChromeDriver driver() {
        return driver;
    }

    void go(String url) {
        driver.get(url);
    }

    WebElement await(By where) {
        return new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(where));
    }

    void awaitUrl(String part) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlContains(part));
    }

    String bodyText() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** A page that is exchanged in the middle of a look is looked at again, by whatever name the driver complains. */
    void awaitText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    void awaitNoText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(gone -> !bodyText().contains(text));
    }

    /** Presses the button with these words as soon as it can be pressed. */
    void press(String words) {
        press(By.xpath("//vaadin-button[normalize-space() = '" + words + "' and not(@disabled)]"));
    }

    /** Presses what is there as soon as it is, wherever it stands on the page. */
    void press(By where) {
        driver.executeScript("arguments[0].click()", await(where));
    }

    /** Types into the field with this label. */
    void type(String label, String text) {
        WebElement field = await(By.xpath("//*[label[normalize-space() = '" + label + "']]"));
        driver.executeScript("""
                arguments[0].value = arguments[1];
                arguments[0].dispatchEvent(new CustomEvent('change', { bubbles: true }));
                """, field, text);
    }

    /** The texts that can be copied, in their order. */
    @SuppressWarnings("unchecked")
    List<String> copyTexts() {
        var found = (List<Object>) Objects.requireNonNull(driver.executeScript(
                "return [...document.querySelectorAll('copy-text')].map(one => one.getAttribute('text'))"));
        return found.stream().map(String::valueOf).toList();
    }

    /** As wide as a phone. */
    void narrow() {
        wide(390, 844);
    }

    /** A window of this size in CSS pixels, as a phone has it. */
    void wide(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
    }

    /** Runs a script in every further page before its own. */
    void beforeEveryPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void wide() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.manage().window().setSize(new Dimension(1440, 1000));
    }

    /** Prefers dark or light, as the operating system would say. */
    void prefers(String scheme) {
        media("prefers-color-scheme", scheme);
    }

    /** Prefers that nothing moves, as the operating system would say. */
    void prefersStillness() {
        media("prefers-reduced-motion", "reduce");
    }

    private void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** What the browser's console complains of since the last time: blocked scripts, files that are missing, errors. */
    List<String> complaints() {
        return news().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What a page tried against its own policy since the last time, reported or blocked. */
    List<String> violations() {
        news();
        List<String> found = List.copyOf(violations);
        violations.clear();
        return found;
    }

    /**
     * After a form that was refused Keycloak writes a script into its page that tidies the browser's history; the
     * realm's policy blocks it, as it blocks every inline script there, and nothing is lost.
     */
    private static boolean isKeycloaksHistory(String message) {
        return message.contains("/login-actions/") && message.contains("Executing inline script");
    }

    private List<LogEntry> news() {
        List<LogEntry> entries = driver.manage().logs().get("browser").getAll();
        entries.stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy")
                        || message.contains("Content Security policy")
                        || message.contains("This document requires 'Trusted"))
                .filter(message -> !isKeycloaksHistory(message))
                .forEach(violations::add);
        return entries;
    }

    /** Keeps a picture under {@code target/screenshots}. */
    void shoot(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target/screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Ends it; a policy that a page broke on the way is a failure of the journey. */
    @Override
    public void close() {
        List<String> broken = violations();
        driver.quit();
        if (!broken.isEmpty()) {
            throw new AssertionError("Against the page's policy: " + broken);
        }
    }
}
