package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;

/** What keeps nobody out: no page has a serious barrier, and none is wider than its window. */
final class Access {

    private Access() {}

    /** By the rules of axe-core. */
    static void assertAccessible(Browser browser, String where) {
        // Without fetching style sheets of other origins again, which the log-in page's own policy rightly forbids.
        var axe = new AxeBuilder();
        axe.setOptions("{\"preload\":false}");
        List<Rule> violations = axe.analyze(browser.driver()).getViolations();
        assertThat(violations)
                .as(where)
                .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    static void assertNotCutOff(Browser browser, String where) {
        assertThat((Long) browser.driver()
                        .executeScript("return document.documentElement.scrollWidth - window.innerWidth"))
                .as(where)
                .isLessThanOrEqualTo(0);
    }
}
