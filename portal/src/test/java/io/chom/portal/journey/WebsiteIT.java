package io.chom.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.LoopbackWeb;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A house brings its brand along from its website, which stands on a real server on loopback. */
class WebsiteIT extends Journey {

    private static final LoopbackWeb WEB = new LoopbackWeb();

    @AfterAll
    static void close() {
        WEB.close();
    }

    @Test
    void a_website_is_read_chosen_from_and_published() throws Exception {
        var styles = new CountDownLatch(1);
        site(styles);
        var owner = studio("acme", "owner@acme.test", "Blue Fox");
        owner.shoot("acme-website-button");

        owner.press("Start from my website");
        read(owner, "http://10.0.0.1/");
        owner.awaitText("Nobody answers at 10.0.0.1. Check that everybody on the Internet can open it.");
        owner.shoot("acme-website-refused");

        read(owner, "127.0.0.1:" + WEB.port());
        owner.awaitText("Fetching style sheets and pictures");
        owner.shoot("acme-website-reading");
        styles.countDown();
        owner.awaitText("This is what your website says.");
        owner.awaitText("Birkenau Web");
        owner.awaitText("#ffd84d could not be read everywhere.");
        shoot(owner, "acme-website");
        assertThat(owner.driver().findElements(By.cssSelector(".website-part .tile.ground-on-light")))
                .hasSize(2);

        owner.driver()
                .findElements(By.cssSelector(".website-part .tile.ground-on-light"))
                .get(1)
                .click();
        uncheck(owner, "Name of your house");
        owner.press("Use these");
        owner.awaitText("Draft saved");
        assertThat(field(owner, "Name of your house")).isEqualTo("Acme Hosting");
        assertThat(field(owner, "Support e-mail address")).isEqualTo("hilfe@birkenau.example");
        assertThat(field(owner, "Accent")).isNotEqualTo("#ffd84d").startsWith("#");
        new WebDriverWait(owner.driver(), Duration.ofSeconds(5))
                .until(driver -> Objects.toString(owner.driver()
                                .executeScript("return document.querySelector('brand-preview').logos.light"))
                        .startsWith("data:image/png"));
        owner.shoot("acme-website-draft");

        owner.press("Publish");
        owner.awaitText("Your customers see this brand.");
        var again = owner.await(By.xpath("//vaadin-button[contains(., 'Publish again')]"));
        owner.driver().executeScript("arguments[0].click()", again);
    }

    @Test
    void reading_can_be_cancelled_and_closed_by_keys() {
        WEB.says("/slow", out -> new CountDownLatch(1).await(20, TimeUnit.SECONDS));
        var owner = studio("nimbus", "owner@nimbus.test", "Aurora Labs");
        owner.press("Start from my website");

        read(owner, WEB.at("/slow"));
        owner.awaitText("Reading the page");
        owner.press("Cancel");
        owner.awaitText("Address of your website");
        owner.await(By.cssSelector(".website-typing input")).sendKeys(Keys.ESCAPE);
        new WebDriverWait(owner.driver(), Duration.ofSeconds(5))
                .until(driver -> driver.findElements(By.cssSelector(".website")).isEmpty());
        assertThat(owner.bodyText()).contains("Your customers see this brand.");
    }

    @Test
    void a_customer_has_no_such_button() {
        var customer = browser();
        at("nimbus", customer).logIn("owner@aurora.test");
        customer.awaitText("Bandwidth");
        customer.go(PORTAL.ui("nimbus") + "/app/brand");
        customer.awaitText("This page is not for organisations such as Aurora Labs.");
        assertThat(customer.bodyText()).doesNotContain("Start from my website");
    }

    private Browser studio(String house, String person, String customer) {
        var owner = browser();
        at(house, owner).logIn(person);
        owner.awaitText(customer);
        owner.go(PORTAL.ui(house) + "/app/brand");
        owner.awaitText("Your customers see this brand.");
        return owner;
    }

    /** Its style sheet comes when the test says so, so that what is seen meanwhile is seen for sure. */
    private static void site(CountDownLatch styles) throws IOException {
        WEB.has("/", "text/html; charset=utf-8", """
                        <!doctype html><title>Birkenau Web – Hosting aus dem Norden</title>
                        <link rel=stylesheet href=/site.css><link rel=icon href=/icon.png>
                        <header><a href="/"><svg class="logo" viewBox="0 0 120 28" width="120" height="28">
                        <rect width="28" height="28" rx="6" fill="#1f5fbf"/><text x="36" y="20" font-size="18" font-family="sans-serif" fill="#14213d">Birkenau</text>
                        <script>alert(1)</script></svg></a><img class="logo-alt" src="/logo.png" alt="Logo"></header>
                        <a class="btn" href="/x">Los</a><a class="btn" href="/y">Mehr</a><a href="mailto:hilfe@birkenau.example">Mail</a><a href="/hilfe">Hilfe</a>
                        """)
                .says("/site.css", out -> {
                    styles.await(20, TimeUnit.SECONDS);
                    byte[] css = """
                            body{font-family:Georgia,serif;background:#fbf9f4} .btn{background:#ffd84d} a{color:#1f5fbf} .btn:hover{background:#f2c830}
                            """.getBytes(ISO_8859_1);
                    LoopbackWeb.answer("200 OK", "Content-Type: text/css", css).answer(out);
                })
                .has("/icon.png", "image/png", mark(48, 48, "B"))
                .has("/logo.png", "image/png", mark(300, 64, "Birkenau"));
    }

    private static byte[] mark(int width, int height, String text) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(0x1f5fbf));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, height * 3 / 4));
        pen.drawString(text, 2, height * 3 / 4);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static void shoot(Browser browser, String name) {
        browser.shoot(name);
        browser.prefers("dark");
        browser.shoot(name + "-dark");
        browser.narrow();
        browser.shoot(name + "-phone-dark");
        browser.prefers("light");
        browser.shoot(name + "-phone");
        browser.wide();
    }

    private static void read(Browser browser, String address) {
        WebElement input = browser.await(By.cssSelector(".website-typing input"));
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), address, Keys.ENTER);
    }

    private static void uncheck(Browser browser, String label) {
        browser.press(By.xpath("//vaadin-checkbox[normalize-space() = '" + label + "']"));
    }

    private static String field(Browser browser, String label) {
        return Objects.toString(browser.driver()
                .executeScript(
                        "return [...document.querySelectorAll('vaadin-text-field')].find(one => one.label === arguments[0]).value",
                        label));
    }
}
