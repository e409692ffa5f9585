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
        PORTAL.database().run("update billing.pause set withdrawn_at = now()");
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

        owner.press(By.xpath("//summary[. = 'End the plan']"));
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

    @Test
    void a_plan_is_paused_for_some_months_and_what_is_to_come_is_taken_back() throws SQLException {
        var owner = browser();
        at("nimbus", owner).logIn("owner@delta.test");
        owner.go(PORTAL.ui("nimbus") + "/app/plans");
        owner.awaitText("Pause the plan");
        owner.press(By.xpath("//summary[. = 'Pause the plan']"));
        owner.press(By.xpath("//button[. = '2 months']"));
        owner.awaitText("It goes on by itself on");
        Access.assertAccessible(owner, "a pause that is offered");
        owner.press(By.xpath("//vaadin-button[starts-with(normalize-space(), 'Pause from')]"));
        owner.awaitText("is paused from");
        owner.shoot("nimbus-plans-pause");
        assertThat(PORTAL.database().count("billing.pause where withdrawn_at is null and ends_on > begins_on + 40"))
                .isOne();

        owner.press("Do not pause it");
        owner.awaitText("Pause the plan");
        assertThat(PORTAL.database().count("billing.pause where withdrawn_at is null"))
                .isZero();
    }

    @Test
    void a_year_is_compared_and_quoted_before_it_is_paid() throws SQLException {
        var owner = browser();
        at("nimbus", owner).logIn("owner@aurora.test");
        owner.go(PORTAL.ui("nimbus") + "/app/plans");
        owner.press(By.xpath("//button[. = 'Yearly']"));
        owner.awaitText("You save $158.00 a year.");
        Access.assertAccessible(owner, "plans by the year");
        owner.press("Change to Pro by the year");
        owner.awaitText("From Pro by the month to Pro by the year");
        owner.awaitText("Change now and pay $790.00");
        owner.prefers("dark");
        owner.narrow();
        Access.assertNotCutOff(owner, "a year that is quoted, on a phone");
        owner.shoot("nimbus-plans-year-dark-phone");
        owner.press("Not now");
        assertThat(PORTAL.database().count(CHANGES)).isZero();
    }
}
