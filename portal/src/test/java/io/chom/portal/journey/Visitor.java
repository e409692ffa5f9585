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
        choose(".user-menu", "Log out");
    }

    /** Opens the person's sessions by the menu at the initials. */
    void openSessions() {
        choose(".user-menu", "Your sessions");
        browser.awaitText("This session");
    }

    /** Opens what is the person's own by the menu at the initials. */
    void openAccount() {
        choose(".user-menu", "Your account");
        browser.awaitText("Add a passkey");
    }

    /** Chooses the colours by the menu of the top bar. */
    void chooseColors(String words) {
        choose(".mode-switch", words);
    }

    private void choose(String menu, String item) {
        browser.await(By.cssSelector(menu + " vaadin-menu-bar-button, " + menu)).click();
        browser.await(By.xpath("//vaadin-menu-bar-item[contains(., '" + item + "')]"))
                .click();
    }

    /** The session's cookie, which the browser has for the host. */
    String session() {
        return browser.driver().manage().getCookieNamed("session").getValue();
    }
}
