package io.chom.portal.journey;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** A journey through the program that all of them share, in browsers of its own. */
@Tag("servers")
abstract class Journey {

    static final RunningPortal PORTAL = RunningPortal.get();

    private final List<Browser> browsers = new ArrayList<>();

    /** A fresh browser, which is closed after the test. */
    final Browser browser() {
        var browser = Browser.open();
        browsers.add(browser);
        return browser;
    }

    /** A person at a brand's portal in this browser. */
    static Visitor at(String brand, Browser browser) {
        return new Visitor(PORTAL, browser, brand);
    }

    @AfterEach
    void closeBrowsers() {
        var complaints = new SoftAssertions();
        browsers.forEach(browser -> complaints.assertThatCode(browser::close).doesNotThrowAnyException());
        complaints.assertAll();
    }
}
