package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A plan stops, its customer asks for more, its reseller grants some of it, and the open page goes on by itself. */
class RequestsIT extends Journey {

    @Test
    void more_is_asked_for_where_the_plan_stops_and_granted_by_the_reseller() throws SQLException {
        PORTAL.database().change("""
                update billing.subscription set catalogue = 'freight', version = 1, plan = 'pro'
                 where status <> 'cancelled'
                   and tenant_id = (select tenant_id from tenancy.tenant where slug = 'northgate-school')
                """, "select 1");
        use("quotes", 4_800);

        var owner = browser();
        at("acme", owner).logIn("owner@northgate.test");
        owner.awaitText("4,800");
        owner.shoot("acme-usage-hard");
        owner.await(By.linkText("Request an increase")).click();
        owner.awaitText("Where your plan stops");
        owner.press("Request an increase");
        owner.awaitText("Type a number, more than the present limit");
        owner.type("New limit", "6000");
        owner.type("What for", "The fair in spring");
        owner.press("Request an increase");
        owner.awaitText("You asked for 6,000 quotes");
        Access.assertAccessible(owner, "limits");
        owner.shoot("acme-limits-asked");

        var reseller = browser();
        at("acme", reseller).logIn("owner@acme.test");
        reseller.go(PORTAL.ui("acme") + "/app/requests");
        reseller.awaitText("Quotes: 6,000 quotes instead of 5,000 quotes");
        assertThat(reseller.bodyText()).contains("Northgate School District", "The fair in spring");
        Access.assertAccessible(reseller, "requests");
        reseller.shoot("acme-requests");
        reseller.narrow();
        Access.assertNotCutOff(reseller, "requests on a phone");
        reseller.shoot("acme-requests-phone");
        reseller.wide();
        reseller.type("New limit (quotes)", "5,500");
        reseller.type(
                "Last day, if it ends",
                LocalDate.now(ZoneOffset.UTC).plusDays(20).toString());
        reseller.type("Answer, if you want", "That should do.");
        reseller.press("Grant");
        reseller.awaitText("5,500 quotes until");

        owner.awaitText("4,800 quotes of 5,500 quotes");
        owner.awaitText("That should do.");
        owner.awaitText("Quotes passed 80% of what your plan includes");
        owner.prefers("dark");
        Access.assertAccessible(owner, "limits, decided");
        owner.shoot("acme-limits-granted-dark");
        owner.narrow();
        Access.assertNotCutOff(owner, "limits on a phone");
        owner.shoot("acme-limits-phone");

        reseller.press("Take back");
        reseller.awaitText("Northgate School District is back at 5,000 quotes at once");
        reseller.shoot("acme-requests-decided");
        reseller.await(By.cssSelector(".confirmation vaadin-button")).click();
        reseller.awaitText("Taken back");
        owner.awaitText("4,800 quotes of 5,000 quotes");
    }

    private static void use(String meter, int quantity) {
        int port = URI.create(PORTAL.api()).getPort();
        var answer = RawHttp.post(
                port,
                "[{\"id\":\"requests-%s\",\"meter\":\"%s\",\"quantity\":%d,\"time\":\"%s\"}]"
                        .formatted(Instant.now().toEpochMilli(), meter, quantity, Instant.now()),
                "POST /api/v1/usage/events HTTP/1.1",
                "Host: " + PORTAL.hostHeader("acme"),
                "Authorization: Bearer " + PORTAL.key("northgate-school"),
                "Content-Type: application/json");
        assertThat(answer.status()).isEqualTo(202);
    }
}
