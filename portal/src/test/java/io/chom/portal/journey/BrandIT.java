package io.chom.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A brand is worked on beside its preview, published, and worn by pages that are open. */
class BrandIT extends Journey {

    private static final String ACCENT =
            "return getComputedStyle(document.documentElement).getPropertyValue('--ui-accent').trim()";

    @Test
    void a_brand_is_worn_by_open_pages_once_it_is_published_and_the_one_before_it_comes_back() {
        var customer = browser();
        at("nimbus", customer).logIn("owner@aurora.test");
        customer.awaitText("Bandwidth");
        customer.driver().executeScript("window.before = true");
        String worn = accent(customer);
        var owner = browser();
        at("nimbus", owner).logIn("admin@nimbus.test");
        owner.awaitText("Aurora Labs");
        owner.go(PORTAL.ui("nimbus") + "/app/brand");
        owner.awaitText("Your customers see this brand.");
        owner.shoot("nimbus-brand");

        type(owner, "Accent", "#ffe9a8");
        owner.awaitText("Nobody could read #ffe9a8");
        assertThat(publish(owner).getDomAttribute("disabled")).isNotNull();
        owner.shoot("nimbus-brand-unreadable");
        type(owner, "Accent", "#0b7a4b");
        owner.awaitText("Draft saved");
        assertThat(accent(customer)).as("nobody wears a draft").isEqualTo(worn);

        publish(owner).click();
        new WebDriverWait(customer.driver(), Duration.ofSeconds(5))
                .until(driver -> !accent(customer).equals(worn));
        assertThat(customer.driver().executeScript("return window.before"))
                .as("not loaded anew")
                .isEqualTo(true);
        owner.awaitText("In use");
        owner.awaitText("Your customers see this brand.");

        var again = owner.await(By.xpath("//vaadin-button[contains(., 'Publish again')]"));
        owner.driver().executeScript("arguments[0].click()", again);
        new WebDriverWait(customer.driver(), Duration.ofSeconds(5))
                .until(driver -> accent(customer).equals(worn));
    }

    @Test
    void a_houses_own_word_replaces_the_usual_one_on_the_customers_page() {
        var customer = browser();
        at("nimbus", customer).logIn("owner@aurora.test");
        customer.awaitText("Sites");
        var owner = browser();
        at("nimbus", owner).logIn("admin@nimbus.test");
        owner.awaitText("Aurora Labs");
        owner.go(PORTAL.ui("nimbus") + "/app/brand");
        owner.awaitText("Your customers see this brand.");

        type(owner, "“site”, one", "shop");
        type(owner, "“site”, several", "shops");
        owner.awaitText("Draft saved");
        owner.shoot("nimbus-brand-words");
        publish(owner).click();
        owner.awaitText("Your customers see this brand.");
        customer.go(PORTAL.ui("nimbus") + "/app/usage");
        customer.awaitText("Shops");
        assertThat(customer.bodyText()).contains("shops").doesNotContainIgnoringCase("sites");
        assertThat(get("nimbus", "/").body()).contains("shops").doesNotContainIgnoringCase("sites");

        type(owner, "“site”, one", "");
        type(owner, "“site”, several", "");
        owner.awaitText("Draft saved");
        publish(owner).click();
        owner.awaitText("Your customers see this brand.");
        customer.go(PORTAL.ui("nimbus") + "/app/usage");
        customer.awaitText("Sites");
    }

    @Test
    void a_logo_is_taken_as_a_draft_and_what_is_none_is_refused_with_the_reason() throws Exception {
        var owner = browser();
        at("nimbus", owner).logIn("owner@nimbus.test");
        owner.awaitText("Aurora Labs");
        owner.go(PORTAL.ui("nimbus") + "/app/brand");
        owner.awaitText("Your customers see this brand.");

        upload(owner, "active.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8));
        assertThat(owner.await(By.cssSelector(".logo-field .field-error:not([hidden])"))
                        .getText())
                .endsWith(".");
        assertThat(owner.bodyText()).contains("Your customers see this brand.");

        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        upload(owner, "logo.png", png.toByteArray());
        owner.awaitText("Draft saved");
        new WebDriverWait(owner.driver(), Duration.ofSeconds(5))
                .until(driver -> Objects.toString(owner.driver()
                                .executeScript("return document.querySelector('brand-preview').logos.light"))
                        .startsWith("data:image/png"));
        for (String part : List.of("Logos", "Contact", "History")) {
            owner.driver()
                    .executeScript(
                            "arguments[0].scrollIntoView({block: 'start'})",
                            owner.await(By.xpath("//h2[normalize-space() = '" + part + "']")));
            owner.shoot("nimbus-brand-" + part.toLowerCase(Locale.ROOT));
        }
        owner.prefers("dark");
        owner.shoot("nimbus-brand-dark");
        owner.prefers("light");
        owner.narrow();
        owner.shoot("nimbus-brand-phone");
        owner.wide();

        owner.driver().executeScript("arguments[0].click()", button(owner, "Discard draft"));
        owner.awaitText("Your customers see this brand.");
    }

    @Test
    void a_link_shows_the_draft_to_whoever_has_it_on_the_brands_own_host_until_it_is_withdrawn() {
        var owner = browser();
        at("nimbus", owner).logIn("owner@nimbus.test");
        owner.awaitText("Aurora Labs");
        owner.go(PORTAL.ui("nimbus") + "/app/brand");
        owner.awaitText("Your customers see this brand.");
        type(owner, "Name of your house", "Nimbus Anew");
        owner.awaitText("Draft saved");
        owner.driver().executeScript("arguments[0].click()", button(owner, "Make a link"));
        URI link = URI.create(
                Objects.requireNonNull(owner.await(By.cssSelector("copy-text")).getDomAttribute("text")));
        owner.shoot("nimbus-brand-link");

        var page = get("nimbus", link.getPath());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Nimbus Anew", "Preview of a draft, until", "noindex");
        assertThat(page.headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-robots-tag", "noindex, nofollow")
                .containsEntry("referrer-policy", "no-referrer")
                .doesNotContainKey("set-cookie");
        var sheet = Pattern.compile(link.getPath() + "/[0-9a-f]{16}\\.css").matcher(page.body());
        assertThat(sheet.find()).isTrue();
        var file = get("nimbus", sheet.group());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-type")).startsWith("text/css");
        assertThat(file.headers()).containsEntry("cache-control", "no-store");
        assertThat(get("nimbus", "/").body()).contains("Nimbus Cloud").doesNotContain("Nimbus Anew");

        for (var wrong : List.of(
                get("acme", link.getPath()),
                get("acme", sheet.group()),
                get("nimbus", "/preview/" + "a".repeat(43)),
                get("nimbus", "/preview/x"),
                get("nimbus", link.getPath() + "/0123456789abcdef.css"))) {
            assertThat(wrong.status()).isEqualTo(404);
            assertThat(wrong.body()).doesNotContainIgnoringCase("nimbus").doesNotContainIgnoringCase("acme");
        }

        owner.driver().executeScript("arguments[0].click()", button(owner, "Withdraw the link"));
        owner.awaitText("Nobody can see your draft.");
        assertThat(get("nimbus", link.getPath()).status()).isEqualTo(404);
        owner.driver().executeScript("arguments[0].click()", button(owner, "Discard draft"));
        owner.awaitText("Your customers see this brand.");
    }

    private static RawHttp.Answer get(String slug, String path) {
        URI portal = URI.create(PORTAL.ui(slug));
        return RawHttp.send(portal.getPort(), "GET " + path + " HTTP/1.1", "Host: " + portal.getAuthority());
    }

    private static void upload(Browser browser, String name, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempDirectory("logo").resolve(name), bytes);
        browser.await(By.cssSelector(".logo-field vaadin-upload"));
        ((WebElement)
                        browser.driver()
                                .executeScript(
                                        "return document.querySelector('.logo-field vaadin-upload').shadowRoot.querySelector('input[type=file]')"))
                .sendKeys(file.toAbsolutePath().toString());
    }

    private static WebElement button(Browser browser, String words) {
        return browser.await(By.xpath("//vaadin-button[normalize-space() = '" + words + "']"));
    }

    private static WebElement publish(Browser browser) {
        return button(browser, "Publish");
    }

    private static void type(Browser browser, String label, String text) {
        browser.await(By.xpath("//vaadin-text-field[label[normalize-space() = '" + label + "']]"));
        browser.driver().executeScript("""
                        const field = [...document.querySelectorAll('vaadin-text-field')].find(one => one.label === arguments[0]);
                        field.value = arguments[1];
                        field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
                        """, label, text);
    }

    private static String accent(Browser browser) {
        return Objects.toString(browser.driver().executeScript(ACCENT));
    }
}
