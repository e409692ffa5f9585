package io.chom.portal.journey;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** How a house's mail is sent, from its own name to an own address and an own server, with real name and mail servers. */
class MailingIT extends Journey {

    @Test
    void a_house_sends_from_its_own_address_and_tries_its_own_server() {
        var owner = browser();
        at("nimbus", owner).logIn("owner@nimbus.test");
        owner.awaitText("Aurora Labs");
        owner.go(PORTAL.ui("nimbus") + "/app/mail");
        owner.awaitText("Everybody is reached");
        owner.shoot("nimbus-mail");

        owner.type("Name", "Nimbus Post");
        owner.type("Own address", "not an address");
        owner.press("Save");
        owner.awaitText("Type an address such as office@example.com.");
        String address = "office@" + PORTAL.internet().domain();
        owner.type("Own address", address);
        owner.press("Save");
        owner.awaitText("Waits for its records");
        owner.awaitText("What the name servers say");
        owner.awaitText("does not say who may send its mail");
        owner.shoot("nimbus-mail-records");
        owner.prefers("dark");
        owner.shoot("nimbus-mail-records-dark");
        owner.prefers("light");
        owner.narrow();
        owner.shoot("nimbus-mail-records-phone");
        owner.wide();

        createRecords(owner);
        owner.press("Check now");
        owner.awaitText("signed with its key");
        owner.press("Send me a test mail");
        owner.awaitText("Sent to owner@nimbus.test");
        owner.shoot("nimbus-mail-sent");

        owner.driver().executeScript("document.querySelector('.mail-sender vaadin-checkbox').click()");
        owner.type("Server name", "10.0.0.1");
        owner.press("Save");
        owner.press("Send me a test mail");
        owner.awaitText("or it is not on the public internet");
        owner.shoot("nimbus-mail-server");

        owner.press("Send the usual way again");
        owner.awaitText("Forget name, addresses and server?");
        owner.driver()
                .executeScript("arguments[0].click()", owner.await(By.cssSelector(".confirmation vaadin-button")));
        new WebDriverWait(owner.driver(), Duration.ofSeconds(10))
                .until(driver -> !owner.bodyText().contains(address));
    }

    @Test
    void each_house_has_the_screen_in_its_own_look_and_a_customer_has_none() {
        var owner = browser();
        at("acme", owner).logIn("owner@acme.test");
        owner.awaitText("Blue Fox");
        owner.go(PORTAL.ui("acme") + "/app/mail");
        owner.awaitText("Everybody is reached");
        owner.shoot("acme-mail");
        owner.prefers("dark");
        owner.shoot("acme-mail-dark");
        owner.prefers("light");

        var customer = browser();
        at("nimbus", customer).logIn("owner@aurora.test");
        customer.awaitText("Bandwidth");
        customer.go(PORTAL.ui("nimbus") + "/app/mail");
        customer.awaitText("This page is not for organisations such as Aurora Labs.");
    }

    /** Each value with the name that stands before it, as somebody copies them. */
    private static void createRecords(Browser browser) {
        List<String> texts = browser.copyTexts();
        for (int at = 1; at < texts.size(); at++) {
            if (texts.get(at).startsWith("v=")) {
                PORTAL.internet().says(texts.get(at - 1), texts.get(at));
            }
        }
    }
}
