package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.client.Http;
import io.chom.tenants.tenancy.HostName;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A domain of one's own, from its name to the brand on it, with real name servers. */
class DomainsIT extends Journey {

    @Test
    void a_domain_is_added_proven_served_in_the_brand_and_given_back() throws Exception {
        HostName host = PORTAL.internet().host();
        var owner = browser();
        at("nimbus", owner).logIn("owner@nimbus.test");
        owner.awaitText("Aurora Labs");
        owner.go(PORTAL.ui("nimbus") + "/app/domains");
        owner.awaitText("This address comes with your account.");
        owner.shoot("nimbus-domains");

        type(owner, "https://not a host/");
        owner.press("Continue");
        owner.awaitText("Type a host name");
        type(owner, "co.uk");
        owner.press("Continue");
        owner.press("Add domain");
        owner.awaitText("Everybody can register names below this one");

        PORTAL.internet().leadsTo(host, "203.0.113.80");
        type(owner, host.value().toUpperCase(Locale.ROOT) + ".");
        owner.press("Continue");
        owner.awaitText("This name leads to 203.0.113.80 today.");
        owner.awaitText("$299.00, once");
        owner.shoot("nimbus-domains-offer");
        owner.press("Add domain");
        owner.awaitText("Waits for proof");
        owner.awaitText("What the name servers say");
        owner.awaitText("an alias (CNAME) belongs there");
        owner.shoot("nimbus-domains-pending");
        owner.prefers("dark");
        owner.shoot("nimbus-domains-pending-dark");
        owner.prefers("light");
        owner.narrow();
        owner.shoot("nimbus-domains-phone");
        owner.wide();
        List<String> texts = owner.copyTexts();
        String proof = texts.stream()
                .filter(text -> text.startsWith("portal-verification="))
                .findFirst()
                .orElseThrow();
        assertThat(texts).contains("_portal-challenge." + host.value());

        PORTAL.internet().leadsNowhere(host);
        PORTAL.internet().leadsHere(host);
        PORTAL.internet().proves(host, proof.substring(proof.indexOf('=') + 1));
        owner.press("Check now");
        owner.awaitText("We look at its records a few times a day.");
        owner.shoot("nimbus-domains-active");
        assertThat(firstPage(host)).contains("Nimbus");
        Awaitility.await("the log-in knows the new address")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(logIn(host)).contains("name=\"password\"", "Nimbus"));

        owner.press("Remove");
        owner.awaitText("It stops working within a second");
        owner.shoot("nimbus-domains-remove");
        owner.driver()
                .executeScript("arguments[0].click()", owner.await(By.cssSelector(".confirmation vaadin-button")));
        owner.awaitNoText(host.value());
        assertThat(firstPage(host)).doesNotContain("Nimbus");
    }

    /** Where somebody ends who opens the application there. */
    private static String logIn(HostName host) throws IOException {
        int port = URI.create(PORTAL.ui("nimbus")).getPort();
        URI at = URI.create("http://" + host + ":" + port + "/app/");
        String cookies = "Cookie: none=none";
        for (int steps = 0; steps < 6; steps++) {
            String path = at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
            var answer = Http.get(at.getPort(), at.getAuthority(), path, cookies, "Accept: text/html");
            if (answer.status() / 100 != 3) {
                return answer.body();
            }
            at = at.resolve(answer.header("Location"));
            assertThat(at.getHost()).isEqualTo(host.value());
        }
        throw new IOException("Led around in circles, last to " + at);
    }

    @Test
    void each_house_has_the_screen_in_its_own_look_and_a_customer_has_none() throws IOException {
        var owner = browser();
        at("acme", owner).logIn("owner@acme.test");
        owner.awaitText("Blue Fox");
        owner.go(PORTAL.ui("acme") + "/app/domains");
        owner.awaitText("This address comes with your account.");
        owner.shoot("acme-domains");
        owner.prefers("dark");
        owner.shoot("acme-domains-dark");
        owner.prefers("light");

        var customer = browser();
        at("nimbus", customer).logIn("owner@aurora.test");
        customer.awaitText("Bandwidth");
        customer.go(PORTAL.ui("nimbus") + "/app/domains");
        customer.awaitText("This page is not for organisations such as Aurora Labs.");
    }

    private static String firstPage(HostName host) throws IOException {
        int port = URI.create(PORTAL.ui("nimbus")).getPort();
        return Http.get(port, host + ":" + port, "/").body();
    }

    private static void type(Browser browser, String text) {
        browser.await(By.cssSelector(".domain-new vaadin-text-field"));
        browser.driver().executeScript("""
                        const field = document.querySelector('.domain-new vaadin-text-field');
                        field.value = arguments[0];
                        field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
                        """, text);
    }
}
