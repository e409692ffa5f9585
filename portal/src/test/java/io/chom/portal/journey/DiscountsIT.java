package io.chom.portal.journey;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A price is reduced by an owner, and by more than an owner may give after the platform has approved of it. */
class DiscountsIT extends Journey {

    @Test
    void an_owner_gives_a_discount_and_the_customers_draft_changes() throws SQLException {
        var owner = browser();
        open(owner, "meadow-yoga");
        owner.awaitText("You may give up to 20%");
        Access.assertAccessible(owner, "discounts");
        percent(owner, "15");
        owner.awaitText("It goes on until somebody ends it.");
        owner.type("Why", "They stay another year");
        owner.shoot("nimbus-discounts-new");
        owner.press("Give the discount");
        owner.awaitText("15% off the price, from");
        owner.awaitText("gave 15% (may give 20%)");
        Access.assertAccessible(owner, "discounts, given");
        owner.narrow();
        Access.assertNotCutOff(owner, "discounts on a phone");
        owner.shoot("nimbus-discounts-phone");

        var customer = browser();
        at("nimbus", customer).logIn("owner@meadow.test");
        customer.go(PORTAL.ui("nimbus") + "/app/usage");
        customer.awaitText("Discount");
        customer.go(PORTAL.ui("nimbus") + "/app/plans");
        customer.awaitText("15% off the price, from");
        customer.shoot("nimbus-plan-discount");
    }

    @Test
    void more_than_an_owner_may_give_waits_for_the_platform() throws SQLException {
        var owner = browser();
        open(owner, "delta-freight");
        owner.awaitText("You may give up to 20%");
        percent(owner, "40");
        owner.awaitText("First the platform has to approve.");
        owner.type("Why", "A large fleet");
        owner.press("Ask for approval");
        owner.awaitText("It waits for the platform.");

        var operator = browser();
        at("platform", operator).logIn("operator@chom.test");
        operator.go(PORTAL.ui("platform") + "/app/requests");
        operator.awaitText("40% off the price, without an end. It waits for the platform.");
        operator.awaitText("A large fleet");
        Access.assertAccessible(operator, "discounts to decide");
        operator.prefers("dark");
        operator.shoot("platform-requests-discount-dark");
        operator.press("Approve");
        operator.awaitText("Approved");

        owner.awaitText("40% off the price, from");
        owner.awaitText("the platform: approved of 40% (may give 50%)");
        owner.press(By.xpath("//vaadin-button[normalize-space() = 'End it']"));
        owner.awaitText("What has begun with it keeps it.");
        owner.press(By.cssSelector(".confirmation vaadin-button"));
        owner.awaitText("ended 40% before its time");
    }

    /** Key by key: what follows is said while it is typed. */
    private static void percent(Browser owner, String typed) {
        owner.await(By.xpath("//vaadin-text-field[label[normalize-space() = 'Discount in percent']]/input"))
                .sendKeys(typed);
    }

    private void open(Browser owner, String slug) throws SQLException {
        at("nimbus", owner).logIn("owner@nimbus.test");
        var ids =
                PORTAL.database().amounts("select tenant_id, 1 from tenancy.tenant where slug = '%s'".formatted(slug));
        var id = Objects.requireNonNull(ids.keySet().stream().findFirst().orElseThrow());
        owner.go(PORTAL.ui("nimbus") + "/app/discounts?customer=" + id);
    }
}
