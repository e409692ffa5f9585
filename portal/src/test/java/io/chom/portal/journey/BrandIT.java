package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
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
        owner.awaitText("Worn now");
        owner.awaitText("Your customers see this brand.");

        owner.await(By.xpath("//vaadin-button[contains(., 'Publish again')]")).click();
        new WebDriverWait(customer.driver(), Duration.ofSeconds(5))
                .until(driver -> accent(customer).equals(worn));
    }

    private static WebElement publish(Browser browser) {
        return browser.await(By.xpath("//vaadin-button[normalize-space() = 'Publish']"));
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
