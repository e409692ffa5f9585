package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.shell.ColorMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * From its first frame on a page has one look: that of its brand, in the colours that were chosen. How many visits are
 * made says {@code -Dchom.paints}; the goals are counted with 500.
 */
@Tag("servers")
class SteadyPaintIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int VISITS = Integer.getInteger("chom.paints", 12);
    private static final List<String> BRANDS = List.of("acme", "nimbus");
    private static final List<String> SCHEMES = List.of("light", "dark");

    /** Notes the colours of every frame. A browser makes none as long as a style sheet in the head is on its way. */
    private static final String NOTE = """
            const seen = window.seenLooks = [];
            const frame = () => {
                const style = getComputedStyle(document.documentElement);
                const look = [style.backgroundColor, style.color, style.getPropertyValue('--ui-accent')].join(' ');
                if (!seen.includes(look)) seen.push(look);
                requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
            """;

    @Test
    void the_first_page_never_wears_another_brand_or_other_colours() {
        try (var browser = Browser.open()) {
            browser.beforeEveryPage(NOTE);
            Map<String, String> looks = new HashMap<>();
            var random = new Random(16);
            for (int visit = 0; visit < VISITS; visit++) {
                int way = visit < 4 ? visit : random.nextInt(4);
                String brand = BRANDS.get(way / 2);
                String scheme = SCHEMES.get(way % 2);
                browser.prefers(scheme);
                browser.go(PORTAL.ui(brand) + "/?visit=" + visit);
                String look = only(browser, visit + ": " + brand + " " + scheme);
                assertThat(look).isEqualTo(looks.computeIfAbsent(brand + " " + scheme, key -> look));
            }
            assertThat(Set.copyOf(looks.values())).hasSize(4);
        }
    }

    @Test
    void the_application_is_dark_or_light_from_the_first_frame_whatever_the_device_is() {
        try (var browser = Browser.open()) {
            new Visitor(PORTAL, browser, "acme").logIn("owner@acme.test");
            browser.beforeEveryPage(NOTE);
            Set<String> looks = new HashSet<>();
            for (String chosen : List.of("Dark", "Light")) {
                browser.await(By.cssSelector(".mode-switch"));
                choose(browser, chosen);
                looks.add(visits(browser, chosen));
            }
            assertThat(looks).hasSize(2);
        }
    }

    private static void choose(Browser browser, String chosen) {
        new Visitor(PORTAL, browser, "acme").chooseColors(chosen);
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(driver -> {
            var cookie = driver.manage().getCookieNamed(ColorMode.COOKIE);
            return cookie != null && cookie.getValue().equals(chosen.toLowerCase(Locale.ROOT));
        });
    }

    private static String visits(Browser browser, String chosen) {
        Set<String> looks = new HashSet<>();
        for (int visit = 0; visit < VISITS / 2; visit++) {
            browser.prefers(SCHEMES.get(visit % 2));
            browser.go(PORTAL.ui("acme") + "/app?visit=" + visit);
            browser.await(By.cssSelector(".user-menu"));
            looks.add(only(browser, visit + ": " + chosen));
        }
        assertThat(looks).hasSize(1);
        return looks.iterator().next();
    }

    /** Whoever changes the colours after the first frame is seen by this test. */
    @Test
    void colours_that_come_late_are_seen() {
        try (var browser = Browser.open()) {
            browser.beforeEveryPage(NOTE);
            browser.prefers("light");
            browser.beforeEveryPage("addEventListener('load', () => requestAnimationFrame(() => setTimeout(() =>"
                    + " document.documentElement.setAttribute('data-mode', 'dark'), 50)))");
            browser.go(PORTAL.ui("acme") + "/");
            new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                    .until(driver -> looks(browser).size() == 2);
        }
    }

    private static String only(Browser browser, String visit) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                .until(driver -> !looks(browser).isEmpty());
        assertThat(looks(browser)).as(visit).hasSize(1).allMatch(look -> look.contains("#"));
        return looks(browser).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<String> looks(Browser browser) {
        return (List<String>) Objects.requireNonNull(browser.driver().executeScript("return window.seenLooks"));
    }
}
