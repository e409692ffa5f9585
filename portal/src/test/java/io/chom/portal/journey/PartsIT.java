package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** From a figure down to its events, and from there to what other plans would ask for it. */
class PartsIT extends Journey {

    @Test
    void a_figure_is_followed_down_to_its_events_and_the_address_remembers_where() {
        var owner = browser();
        at("acme", owner).logIn("owner@bluefox.test");
        owner.go(PORTAL.ui("acme") + "/app/usage");
        owner.awaitText("Where it comes from");
        owner.press(By.xpath("(//a[. = 'Where it comes from'])[3]"));
        owner.awaitText("in the days of");
        owner.awaitText("demo-bandwidth_gb-");
        Access.assertAccessible(owner, "where it comes from");
        owner.shoot("acme-parts");

        owner.press(By.xpath("(//*[@aria-label = 'By day']//button)[3]"));
        owner.awaitText("Below: ");
        owner.driver().navigate().refresh();
        owner.awaitText("Below: ");
        assertThat(owner.driver().getCurrentUrl())
                .contains("meter=bandwidth_gb")
                .contains("day=");
        assertThat(owner.driver().findElements(By.xpath("//*[@aria-label = 'By day']//button[@aria-pressed = 'true']")))
                .hasSize(1);
        owner.prefers("dark");
        owner.narrow();
        Access.assertNotCutOff(owner, "where it comes from, on a phone");
        owner.shoot("acme-parts-dark-phone");
    }

    @Test
    void a_month_is_supposed_and_every_plan_says_what_it_would_cost() {
        var owner = browser();
        at("nimbus", owner).logIn("owner@aurora.test");
        owner.go(PORTAL.ui("nimbus") + "/app/usage");
        owner.awaitText("What if you used more, or less?");
        owner.press(By.xpath("//a[. = 'What if you used more, or less?']"));
        owner.awaitText("Suppose you used");
        owner.awaitText("Costs least");
        Access.assertAccessible(owner, "what if");
        owner.shoot("nimbus-whatif");
        owner.type("Storage (GB)", "5,000");
        owner.awaitText("$392.00");
        assertThat(owner.driver().getCurrentUrl()).contains("storage_gb=5000");
        owner.prefers("dark");
        owner.narrow();
        Access.assertNotCutOff(owner, "what if, on a phone");
        owner.shoot("nimbus-whatif-dark-phone");
    }
}
