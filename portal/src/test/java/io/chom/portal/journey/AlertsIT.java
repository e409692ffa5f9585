package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A customer reads what it was told about its usage, and is told how to set a budget. */
class AlertsIT extends Journey {

    @Test
    void an_owner_reads_the_alerts_and_what_a_budget_has_to_be() {
        var owner = browser();
        at("acme", owner).logIn("owner@harborpine.test");
        owner.go(PORTAL.ui("acme") + "/app/alerts");
        owner.awaitText("There is none. With one you are told");
        owner.await(By.cssSelector("vaadin-text-field input")).sendKeys("lots");
        owner.press("Set the budget");
        owner.awaitText("Type a number, more than nothing");
        // It uses more than its plan includes on every day of a month; others of the demo only towards its end.
        owner.awaitText("Bandwidth");
        assertThat(owner.bodyText()).contains("What you were told", "Storage");
        owner.shoot("acme-alerts");
    }
}
