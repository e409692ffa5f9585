package io.chom.portal.journey;

import org.junit.jupiter.api.BeforeEach;

/** A journey of one person in one browser. */
abstract class OneBrowser extends Journey {

    Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = browser();
    }

    /** The person at a brand's portal. */
    final Visitor at(String brand) {
        return at(brand, browser);
    }
}
