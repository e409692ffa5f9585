package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screens about usage and money keep nobody out: in light and dark, wide and on a phone. */
class MoneyScreensIT extends OneBrowser {

    @ParameterizedTest
    @CsvSource({
        "acme, owner@acme.test, unpaid issued takings plan requests billing-details, dark",
        "nimbus, owner@meadow.test, invoices billing-details plans alerts usage/uncounted, light"
    })
    void they_can_be_read_and_used_by_everybody(String brand, String email, String places, String scheme) {
        browser.prefers(scheme);
        at(brand).logIn(email);
        for (String place : places.split(" ")) {
            browser.wide();
            browser.go(PORTAL.ui(brand) + "/app/" + place);
            browser.awaitText("As of");
            // What is folded is read too.
            browser.driver().executeScript("document.querySelectorAll('main details').forEach(one => one.open = true)");
            look(brand + "-" + place.replace('/', '-') + "-" + scheme);
            browser.narrow();
            look(brand + "-" + place.replace('/', '-') + "-" + scheme + "-phone");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(String name) {
        Access.assertAccessible(browser, name);
        Access.assertNotCutOff(browser, name);
        browser.shoot(name);
    }
}
