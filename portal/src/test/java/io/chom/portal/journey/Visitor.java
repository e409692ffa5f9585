package io.chom.portal.journey;

import org.openqa.selenium.By;

/** A person at a brand's portal, through a browser. */
final class Visitor {

    private final RunningPortal portal;
    private final Browser browser;
    private final String brand;

    Visitor(RunningPortal portal, Browser browser, String brand) {
        this.portal = portal;
        this.browser = browser;
        this.brand = brand;
    }

    /** From the brand's first page through the log-in to the application. */
    void logIn(String email) {
        browser.go(portal.ui(brand) + "/");
        browser.await(By.cssSelector("a[href='/app']")).click();
        enter(email, portal.user(email).get("password").asString());
        browser.awaitUrl(portal.ui(brand) + "/app");
    }

    /** Fills in the log-in form and sends it. */
    void enter(String email, String password) {
        browser.await(By.id("username")).sendKeys(email);
        browser.driver().findElement(By.id("password")).sendKeys(password);
        browser.driver().findElement(By.cssSelector("[type=submit]")).click();
    }

    /** By the menu at the person's initials. */
    void logOut() {
        browser.await(By.cssSelector(".user-menu vaadin-menu-bar-button, .user-menu"))
                .click();
        browser.await(By.xpath("//vaadin-menu-bar-item[contains(., 'Log out')]"))
                .click();
    }
}
