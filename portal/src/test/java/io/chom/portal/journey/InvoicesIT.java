package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A customer reads what its periods came to, and nobody reads it who may not. */
class InvoicesIT extends Journey {

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
    void a_reseller_has_no_such_page() {
        var owner = browser();
        at("nimbus", owner).logIn("owner@nimbus.test");
        owner.go(PORTAL.ui("nimbus") + "/app/invoices");
        owner.awaitText("This page is not for organisations such as Nimbus Cloud");
    }
}
