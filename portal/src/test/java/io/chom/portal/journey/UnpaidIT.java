package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A reseller does something about what a customer owes: gives time, writes down what came, and chooses the steps. */
class UnpaidIT extends Journey {

    private static final Map<String, String> OWNERS = Map.of(
            "Aurora Labs",
            "owner@aurora.test",
            "Delta Freight",
            "owner@delta.test",
            "Meadow Yoga",
            "owner@meadow.test");

    @Test
    void time_is_given_and_taken_back_and_a_payment_by_hand_ends_it() {
        var reseller = browser();
        at("nimbus", reseller).logIn("owner@nimbus.test");
        reseller.go(PORTAL.ui("nimbus") + "/app/unpaid");
        var head = reseller.await(By.cssSelector("details.invoice summary"));
        var customer = head.findElement(By.cssSelector(".fact")).getText();
        var number = head.findElement(By.cssSelector(".muted")).getText();
        head.click();

        reseller.type(
                "Nothing more until", LocalDate.now(ZoneOffset.UTC).plusDays(10).toString());
        reseller.press("Give time");
        reseller.awaitText("Nothing more is done until");
        reseller.shoot("nimbus-unpaid-held");
        reseller.press("Take the time back");
        reseller.awaitText("Due on");

        reseller.press("Write down as paid");
        reseller.awaitText("Say by what it can be checked.");
        assertThat(reseller.bodyText()).contains("Say on which day the money came.");
        calendar(reseller);
        reseller.type("Evidence", "Statement 47, line 3");
        reseller.press("Write down as paid");
        reseller.awaitNoText(number);

        var owner = browser();
        at("nimbus", owner).logIn(OWNERS.get(customer));
        owner.go(PORTAL.ui("nimbus") + "/app/invoices");
        owner.awaitText(number);
        owner.awaitText("Paid on");
    }

    @Test
    void the_operator_writes_down_what_a_reseller_transferred_and_the_reseller_sees_it_paid() {
        var reseller = browser();
        at("nimbus", reseller).logIn("owner@nimbus.test");
        reseller.go(PORTAL.ui("nimbus") + "/app/invoices");
        reseller.awaitText("Enterprise plan");
        reseller.awaitText("To be paid by");
        var number = reseller.await(By.cssSelector("details.invoice summary")).getText();
        number = number.lines()
                .filter(line -> line.matches("\\w+-\\d+"))
                .findFirst()
                .orElseThrow();
        reseller.shoot("nimbus-billed-by-the-platform");

        var operator = browser();
        at("platform", operator).logIn("operator@chom.test");
        operator.go(PORTAL.ui("platform") + "/app/unpaid");
        operator.awaitText("Acme Hosting");
        operator.press(By.xpath("//details[contains(@class, 'invoice')]/summary[contains(., '" + number + "')]"));
        operator.shoot("platform-unpaid");
        var form = "//details[@open and .//summary[contains(., '" + number + "')]]";
        operator.await(By.xpath(form + "//vaadin-text-field[label = 'Evidence']/input"))
                .sendKeys("Statement 12, line 4");
        operator.await(By.xpath(form + "//vaadin-date-picker[label = 'Received on']/input"))
                .click();
        operator.await(By.xpath("//vaadin-button[normalize-space() = 'Today']")).click();
        operator.press(By.xpath(form + "//vaadin-button[. = 'Write down as paid']"));
        operator.awaitNoText(number);
        reseller.awaitText("Paid on");

        operator.go(PORTAL.ui("platform") + "/app/issued");
        operator.awaitText(number);
        operator.shoot("platform-issued");
        Access.assertAccessible(operator, "what the platform billed");
    }

    @Test
    void steps_are_saved_for_one_product_and_what_is_wrong_is_said_before() {
        var reseller = browser();
        at("nimbus", reseller).logIn("owner@nimbus.test");
        reseller.go(PORTAL.ui("nimbus") + "/app/unpaid");
        int before = steps(reseller);
        reseller.press("Add a step");
        reseller.press("Save the steps");
        saved(reseller);
        reseller.shoot("nimbus-ladder");

        reseller.driver().navigate().refresh();
        assertThat(steps(reseller)).isEqualTo(before + 1);
        removeLast(reseller);
        reseller.press("Save the steps");
        saved(reseller);
        reseller.driver().navigate().refresh();
        assertThat(steps(reseller)).isEqualTo(before);

        // Without the final warning nobody may be stopped.
        while (steps(reseller) > 0 && !reseller.bodyText().contains("Add a final warning before access stops.")) {
            removeFirst(reseller);
        }
        saved(reseller);
        reseller.shoot("nimbus-ladder-flaw");
    }

    /** Unfolds the steps where they are folded, and counts them. */
    private static int steps(Browser browser) {
        browser.await(By.xpath("//summary[. = 'Steps while something is unpaid']"));
        browser.driver().executeScript("document.querySelectorAll('main details').forEach(one => one.open = true)");
        return browser.driver()
                .findElements(By.cssSelector("vaadin-integer-field"))
                .size();
    }

    private static void removeFirst(Browser browser) {
        remove(browser, "1");
    }

    private static void removeLast(Browser browser) {
        remove(browser, "last()");
    }

    private static void remove(Browser browser, String which) {
        int before = steps(browser);
        var button = browser.await(By.xpath("(//vaadin-button[normalize-space() = 'Remove'])[" + which + "]"));
        browser.driver().executeScript("arguments[0].click()", button);
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30)).until(gone -> steps(browser) < before);
    }

    /** There is nothing to save, or nothing that could be. */
    private static void saved(Browser browser) {
        browser.await(By.xpath("//vaadin-button[normalize-space() = 'Save the steps' and @disabled]"));
    }

    /** Takes today from the calendar, as somebody does who does not write it. */
    private static void calendar(Browser browser) {
        browser.await(By.xpath("//vaadin-date-picker[label = 'Received on']/input"))
                .click();
        browser.await(By.cssSelector("vaadin-date-picker-overlay-content"));
        browser.shoot("nimbus-unpaid-calendar");
        browser.await(By.xpath("//vaadin-button[normalize-space() = 'Today']")).click();
    }
}
