package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A reseller buys the plan that lets it have customers, and knows the price before. */
class ResellerPlanIT extends Journey {

    private static final String OWN =
            "billing.subscription where tenant_id = (select tenant_id from tenancy.tenant where slug = 'nimbus' and kind = 'reseller')";

    @Test
    void the_price_is_said_before_a_plan_is_bought_and_then_customers_are_included() throws SQLException {
        PORTAL.database().run("update " + OWN.replaceFirst(" where", " set status = 'cancelled' where"));
        var owner = browser();
        at("nimbus", owner).logIn("owner@nimbus.test");
        owner.go(PORTAL.ui("nimbus") + "/app/plan");
        owner.awaitText("choose what includes them");
        owner.shoot("nimbus-plan-offer");

        owner.press("Choose Enterprise");
        owner.awaitText("Enterprise begins at once and costs $249.00 a month");
        assertThat(PORTAL.database().count(OWN + " and status = 'active'")).isZero();
        owner.press("Not now");
        owner.press("Choose Enterprise");
        owner.press("Buy");

        owner.awaitText("of your own are included");
        owner.shoot("nimbus-plan");
        assertThat(owner.bodyText()).contains("$249.00", "100").doesNotContain("Choose Enterprise");
        assertThat(PORTAL.database().count(OWN + " and status = 'active'")).isOne();
    }

    @Test
    void the_managed_tier_is_bought_at_a_price_that_was_said_and_given_up_again() throws SQLException {
        var owner = browser();
        at("acme", owner).logIn("owner@acme.test");
        owner.go(PORTAL.ui("acme") + "/app/plan");

        owner.press("Choose Managed white-label");
        owner.awaitText("Managed white-label begins at once and costs $499.00 a month");
        owner.press("Buy");
        owner.awaitText("Yours since");
        owner.shoot("acme-plan");
        assertThat(PORTAL.database().count("billing.purchase where ended_at is null"))
                .isOne();

        owner.press("End it");
        owner.press(By.xpath("//*[@role='alertdialog']//vaadin-button[contains(., 'End it')]"));
        owner.awaitText("Choose Managed white-label");
        assertThat(PORTAL.database().count("billing.purchase where ended_at is null"))
                .isZero();
    }
}
