package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The operator closes the brands for a while: what visitors and programs see of it, each in their brand. */
class MaintenanceIT extends Journey {

    private static final int UI = URI.create(PORTAL.ui("acme")).getPort();

    @Test
    void visitors_see_a_page_of_their_brand_until_the_operator_opens_the_doors() {
        var operator = browser();
        at("platform", operator).logIn("operator@chom.test");
        operator.go(PORTAL.ui("platform") + "/app/maintenance");
        operator.awaitText("Visitors and programs are served.");
        press(operator, "Begin maintenance");
        operator.awaitText("Nobody but you can use a portal");
        operator.driver()
                .findElement(By.xpath("//*[@role='alertdialog']//vaadin-button[contains(., 'Begin maintenance')]"))
                .click();
        operator.awaitText("They open by themselves at");
        operator.shoot("platform-maintenance");

        for (String brand : new String[] {"acme", "nimbus"}) {
            var visitor = browser();
            visitor.go(PORTAL.ui(brand) + "/");
            visitor.awaitText("Back in a few minutes");
            assertThat(visitor.bodyText()).contains("about 30 more minutes").doesNotContainIgnoringCase("chom");
            visitor.shoot(brand + "-maintenance");
        }
        var answer = RawHttp.send(UI, "GET /app HTTP/1.1", "Host: acme.localhost:" + UI);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.headers().get("retry-after"))).isBetween(1500, 1800);
        assertThat(RawHttp.send(UI, "GET /favicon.ico HTTP/1.1", "Host: acme.localhost:" + UI)
                        .status())
                .isEqualTo(200);

        press(operator, "Open now");
        operator.awaitText("Visitors and programs are served.");
        var visitor = browser();
        visitor.go(PORTAL.ui("acme") + "/");
        visitor.awaitText("Log in");
    }

    /** Whatever went wrong, the others find the doors open. */
    @AfterEach
    void open() throws SQLException {
        PORTAL.database().run("delete from tenancy.maintenance; select pg_notify('chom', 'maintenance_changed all')");
    }

    private static void press(Browser browser, String words) {
        browser.await(By.xpath("//vaadin-button[contains(., '" + words + "')]")).click();
    }
}
