package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What every screen keeps: keyboard, narrow windows, a first page that is light and stands still, choices that last. */
class ScreensIT extends OneBrowser {

    @ParameterizedTest
    @CsvSource({
        "acme, owner@bluefox.test, Bandwidth",
        "nimbus, owner@nimbus.test, Search customers",
        "platform, operator@chom.test, Search resellers"
    })
    void a_keyboard_reaches_everything_in_sight_and_is_never_caught(String brand, String email, String tool) {
        browser.prefersStillness();
        at(brand).logIn(email);
        browser.awaitText("As of");

        List<Map<String, Object>> steps = walk();

        assertThat(steps).hasSizeBetween(8, 39);
        assertThat(steps)
                .extracting(step -> step.get("name"))
                .startsWith("Skip to content")
                .contains(tool, "Help");
        assertThat(steps)
                .filteredOn(step -> !(Boolean) step.get("marked"))
                .as("focused without a visible mark")
                .isEmpty();
        assertThat(steps)
                .filteredOn(step -> !(Boolean) step.get("inSight"))
                .as("focused out of sight")
                .isEmpty();
    }

    @Test
    void menus_open_and_close_with_the_keyboard_and_give_the_focus_back() {
        at("acme").logIn("owner@bluefox.test");
        browser.awaitText("As of");
        while (!"user-menu".equals(focus().get("menu"))) {
            press(Keys.TAB);
        }

        press(Keys.ENTER);
        browser.await(By.xpath("//vaadin-menu-bar-item[contains(., 'Log out')]"));
        press(Keys.ESCAPE);

        assertThat(focus().get("menu")).isEqualTo("user-menu");
    }

    @ParameterizedTest
    @CsvSource({"acme, owner@bluefox.test, 320", "nimbus, owner@nimbus.test, 360", "platform, operator@chom.test, 320"})
    void nothing_is_cut_off_in_a_narrow_window(String brand, String email, int width) {
        browser.wide(width, 640);
        at(brand).logIn(email);
        browser.awaitText("As of");
        assertThat(cutOff()).as("home").isEmpty();
        for (String path : List.of("/", "/app/nothing-is-here", "/nothing-is-here")) {
            browser.go(PORTAL.ui(brand) + path);
            browser.await(By.tagName("h1"));
            assertThat(cutOff()).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"acme, owner@acme.test, 700", "acme, owner@bluefox.test, 800"})
    void a_cold_first_page_is_light_and_stands_still(String brand, String email, long kilobytes) {
        browser.beforeEveryPage(script("shifts"));
        at(brand).logIn(email);
        browser.awaitText("As of");

        Number bytes = (Number) browser.driver().executeScript(script("bytes"));
        Number shift = (Number) browser.driver().executeScript("return window.shifted;");

        System.out.printf(
                "First page of %s: %d kB, layout shift %.3f%n", email, bytes.longValue() / 1000, shift.doubleValue());
        assertThat(bytes.longValue()).isBetween(100_000L, kilobytes * 1000);
        assertThat(shift.doubleValue()).isLessThanOrEqualTo(0.1);
    }

    @Test
    void a_search_stands_in_the_address_and_survives_a_reload() {
        at("acme").logIn("owner@acme.test");
        browser.awaitText("Kite Bicycles");
        browser.await(By.cssSelector(".list-card input")).sendKeys("kite");
        browser.awaitUrl("q=kite");
        browser.awaitText("1 customer");

        browser.driver().navigate().refresh();

        browser.awaitText("1 customer");
        assertThat(browser.await(By.cssSelector(".list-card input")).getDomProperty("value"))
                .isEqualTo("kite");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/app/dashboard?q=kite");
    }

    @ParameterizedTest
    @CsvSource({
        "acme, owner@bluefox.test, dashboard, Kite Bicycles",
        "acme, owner@bluefox.test, resellers, Nimbus Cloud",
        "acme, owner@acme.test, resellers, Nimbus Cloud",
        "platform, operator@chom.test, dashboard, Kite Bicycles"
    })
    void a_link_to_the_screen_of_another_role_leads_to_a_refusal(
            String brand, String email, String screen, String secret) {
        at(brand).logIn(email);
        browser.awaitText("As of");

        browser.go(PORTAL.ui(brand) + "/app/" + screen);

        browser.awaitText("You may not see this");
        assertThat(browser.bodyText()).doesNotContain(secret);
    }

    private List<Map<String, Object>> walk() {
        var steps = new ArrayList<Map<String, Object>>();
        press(Keys.TAB);
        for (var focus = focus(); !focus.isEmpty() && steps.size() < 40; focus = focus()) {
            steps.add(focus);
            press(Keys.TAB);
        }
        return steps;
    }

    private void press(Keys key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> focus() {
        return (Map<String, Object>) browser.driver().executeScript(script("focus"));
    }

    @SuppressWarnings("unchecked")
    private List<String> cutOff() {
        return (List<String>) browser.driver().executeScript(script("cut-off"));
    }

    private static String script(String name) {
        return Scripts.read(name);
    }
}
