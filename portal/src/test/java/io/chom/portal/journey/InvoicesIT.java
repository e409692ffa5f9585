package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A customer reads what its periods came to, and nobody reads it who may not. */
class InvoicesIT extends Journey {

    /** A card on the page of what was billed that says so. */
    private static final String PAID = "//details[.//span[contains(@class, 'status') and . = 'Paid']]";

    @Test
    void an_invoice_says_line_by_line_what_it_came_to_and_is_saved_as_a_document() {
        var owner = browser();
        at("acme", owner).logIn("owner@bluefox.test");
        owner.go(PORTAL.ui("acme") + "/app/invoices");
        owner.awaitText("ACME-0000");
        owner.shoot("acme-invoices");
        assertThat(owner.bodyText()).contains("Pro plan", "$79.00 per month", "Total", "To be paid by");
        assertThat(owner.await(By.linkText("Download PDF")).getDomProperty("href"))
                .contains("/dynamic/");
    }

    @Test
    void a_reseller_connects_its_account_and_its_customer_pays_on_a_page_and_leaves_a_card() {
        var reseller = browser();
        at("acme", reseller).logIn("owner@acme.test");
        reseller.go(PORTAL.ui("acme") + "/app/takings");
        reseller.press("Connect the account");
        reseller.await(By.xpath("//button[. = 'All is told']")).click();
        reseller.awaitText("the money goes to your account");
        reseller.shoot("acme-takings");

        var owner = browser();
        at("acme", owner).logIn("owner@harborpine.test");
        owner.go(PORTAL.ui("acme") + "/app/invoices");
        owner.awaitText("There is no card on file");
        owner.press("Pay now");
        fill(owner);
        owner.awaitText("Paid on");
        owner.press("Add a card");
        fill(owner);
        owner.awaitText("Visa ending in 4242");
        owner.shoot("acme-invoices-paid");
        owner.press("Cards and address");
        write(owner.await(By.name("card")), "5555555555554444");
        owner.await(By.xpath("//button[@value = 'card']")).click();
        owner.await(By.partialLinkText("Back")).click();
        owner.awaitText("Mastercard ending in 4444");

        reseller.go(PORTAL.ui("acme") + "/app/issued");
        reseller.press(By.xpath("(" + PAID + ")[1]/summary"));
        reseller.press(By.xpath("(" + PAID + ")[1]//vaadin-button[. = 'Credit']"));
        reseller.awaitText("go back to the card that it was paid with");
        reseller.type("Reason", "Down for a day");
        reseller.press(By.xpath("//details[@open]//vaadin-button[. = 'Credit' and not(@hidden)]"));
        reseller.awaitText("A credit note cannot be taken back");
        reseller.shoot("acme-credit-form");
        reseller.press("Write the credit note");
        reseller.awaitText("went back to the card on");
        reseller.shoot("acme-credited");
        owner.awaitText("ACME-CN-000001");
        owner.awaitText("Down for a day");
        owner.shoot("acme-invoices-credited");
    }

    /** On the page of the payment provider. */
    private static void fill(Browser browser) {
        write(browser.await(By.name("email")), "ada@customer.example");
        write(browser.await(By.name("card")), "4242424242424242");
        browser.await(By.xpath("//button[@name = 'action']")).click();
    }

    private static void write(WebElement field, String text) {
        field.clear();
        field.sendKeys(text);
    }

    @Test
    void the_platform_that_nobody_bills_has_no_such_page() {
        var operator = browser();
        at("platform", operator).logIn("operator@chom.test");
        operator.go(PORTAL.ui("platform") + "/app/invoices");
        operator.awaitText("This page is not for organisations such as CHOM");
    }
}
