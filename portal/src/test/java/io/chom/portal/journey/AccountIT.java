package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** People look after their own log-in on pages of the brand. */
class AccountIT extends Journey {

    /** Nobody else logs in as them: their password is another one afterwards. */
    private static final String PERSON = "owner@oakstreet.test";

    private static final By CHANGE = By.xpath("//vaadin-button[contains(., 'Change')]");

    @Test
    void a_password_is_changed_on_a_page_of_the_brand_that_leads_back() {
        String first = PORTAL.user(PERSON).get("password").asString();
        var browser = browser();
        at("acme", browser).logIn(PERSON);
        at("acme", browser).openAccount();
        assertThat(browser.bodyText()).contains(PERSON, "Password", "Changed");
        browser.shoot("acme-account");

        browser.await(CHANGE).click();
        browser.await(By.name("cancel-aia")).click();
        browser.awaitUrl(PORTAL.ui("acme") + "/app/account");

        change(browser, "four words in a row");
        at("acme", browser).logOut();
        browser.awaitText("Log in");
        browser.go(PORTAL.ui("acme") + "/app");
        at("acme", browser).enter(PERSON, first);
        browser.awaitText("do not match");
        browser.driver().findElement(By.id("username")).clear();
        at("acme", browser).enter(PERSON, "four words in a row");
        browser.awaitUrl(PORTAL.ui("acme") + "/app");
    }

    private void change(Browser browser, String password) {
        browser.await(CHANGE).click();
        browser.await(By.id("password-new")).sendKeys(password);
        browser.driver().findElement(By.id("password-confirm")).sendKeys(password);
        browser.driver().findElement(By.cssSelector("[type=submit]")).click();
        browser.awaitUrl(PORTAL.ui("acme") + "/app/account");
        browser.await(CHANGE);
    }

    @Test
    void the_consoles_of_the_identity_provider_are_pages_that_nobody_finds() {
        var browser = browser();
        browser.go(PORTAL.ui("acme") + "/app");
        browser.await(By.id("username"));
        URI provider = URI.create(browser.driver().getCurrentUrl());

        browser.go(provider.resolve("/realms/acme/account").toString());
        browser.awaitText("Page not found");
        assertThat(browser.driver().getPageSource()).doesNotContainIgnoringCase("keycloak");
    }
}
