package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A customer looks at another plan, knows what it costs before it is had, and finds the way out and back. */
class CustomerPlanIT extends Journey {

    private static final String CHANGES = "billing.plan_change where withdrawn_at is null";

    @AfterEach
    void leaveItAsItWas() throws SQLException {
        PORTAL.database().run("update " + CHANGES.replace(" where", " set withdrawn_at = now() where"));
        PORTAL.database().run("update billing.subscription set ends_on = null where ends_on is not null");
    }

    @Test
    void a_change_says_what_it_costs_before_it_is_made_and_a_plan_is_ended_in_three_clicks() throws SQLException {
        var owner = browser();
        at("acme", owner).logIn("owner@bluefox.test");
        owner.go(PORTAL.ui("acme") + "/app/plans");
        owner.awaitText("Upgrade to Enterprise");
        owner.shoot("acme-plans");

        owner.press("Upgrade to Enterprise");
        owner.awaitText("From Pro to Enterprise");
        owner.awaitText("Enterprise instead of Pro: $170.00 a month ×");
        owner.shoot("acme-plans-quote");
        assertThat(owner.bodyText()).contains("To pay today", "$0.00", "$249.00", "Used so far");
        assertThat(PORTAL.database().count(CHANGES)).isZero();

        owner.press("Change now");
        owner.awaitText("Change to Pro");
        assertThat(PORTAL.database().count(CHANGES + " and plan = 'enterprise'"))
                .isOne();

        owner.press("Change to Starter");
        owner.awaitText("Starter begins the day after.");
        owner.shoot("acme-plans-later");
        owner.press("Not now");
        owner.awaitText("End the plan");

        owner.await(By.tagName("summary")).click();
        owner.awaitText("Why do you leave?");
        owner.await(By.xpath("//vaadin-button[starts-with(normalize-space(), 'End it on')]"))
                .click();
        owner.awaitText("One last invoice follows");
        owner.shoot("acme-plans-ends");
        owner.press("Keep it");
        owner.awaitText("End the plan");
        assertThat(PORTAL.database().count("billing.subscription where ends_on is not null"))
                .isZero();
    }
}
