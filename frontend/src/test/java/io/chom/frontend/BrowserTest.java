package io.chom.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the components and pages do in a real browser under a policy without inline scripts, inline styles or eval. */
class BrowserTest {
    private static JsonNode report;

    @BeforeAll
    static void look() throws Exception {
        try (var showcase = new Showcase();
                var browser = Chromium.open(showcase.at("/acme/check"), 1200)) {
            var written = showcase.report(Duration.ofSeconds(60));
            assertThat(written).as(browser.log()).isPresent();
            report = new JsonMapper().readTree(written.orElseThrow());
        }
    }

    @Test
    void nothingBreaksTheStrictPolicy() {
        assertThat(report.at("/violations")).isEmpty();
    }

    @Test
    void theChartsTableHasEveryValueAndNamesTheGaps() {
        var chart = report.get("chart");
        assertThat(chart.get("rows").asInt()).isEqualTo(4);
        assertThat(chart.at("/cells/0/0").asString()).isEqualTo("4 GB");
        assertThat(chart.at("/cells/1/0").asString()).isEqualTo("not measured");
        assertThat(chart.at("/cells/2/0").asString()).isEqualTo("10.25 GB");
        assertThat(chart.at("/cells/3/1").asString()).isEqualTo("not measured");
        assertThat(chart.get("tableShown").asBoolean()).isTrue();
        assertThat(chart.get("expanded").asString()).isEqualTo("true");
    }

    @Test
    void dataGivenBeforeTheScriptArrivesIsDrawn() {
        assertThat(report.get("lateRows").asInt()).isEqualTo(2);
    }

    @Test
    void aHostileSeriesNameStaysText() {
        var chart = report.get("chart");
        assertThat(chart.at("/heads/1").asString()).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(chart.get("images").asInt()).isZero();
    }

    @Test
    void theChartIsReadByKeyboardAndSummary() {
        var chart = report.get("chart");
        assertThat(chart.get("spoken").asString()).contains("November 3, 2026", "10.25 GB");
        assertThat(chart.get("tip").asString()).contains("10.25 GB");
        assertThat(chart.get("summary").asString()).contains("highest 10.25 GB", "latest 7 GB", "Allowance 12 GB");
    }

    @Test
    void theChartFollowsTheColourScheme() {
        assertThat(report.at("/chart/changedWithMode").asBoolean()).isTrue();
    }

    @Test
    void aChartWithoutDataSaysSo() {
        assertThat(report.get("empty").asString()).isEqualTo("No errors.");
        assertThat(report.get("emptyHasNoButton").asBoolean()).isTrue();
    }

    @Test
    void aPreviewShowsEverySurfaceInBothModesAndHostileWordsStayText() {
        var preview = report.get("preview");
        assertThat(preview.get("empty").asInt()).as("before it knows a brand").isZero();
        for (String surface : List.of("portal", "login", "mail", "invoice")) {
            assertThat(preview.at("/surfaces/" + surface).asBoolean())
                    .as(surface)
                    .isTrue();
        }
        assertThat(preview.get("foreign").asInt()).isZero();
        assertThat(preview.at("/accents/0").asString()).isEqualTo("rgb(170, 0, 0)");
        assertThat(preview.at("/accents/1").asString()).isEqualTo("rgb(255, 153, 153)");
        assertThat(preview.at("/logos/0").asBoolean()).isTrue();
        assertThat(preview.at("/logos/1").asBoolean()).isTrue();
        assertThat(preview.get("phone").asDouble()).isBetween(200.0, 270.0);
        assertThat(preview.get("spoken").asString()).contains("words of portal", "words of dark");
    }

    @Test
    void aMeterChangesItsStateAtEightyNinetyAndHundred() {
        assertMeter("calm", "calm", "79.9", "79%", "79.9 of 100 GB, Within the allowance");
        assertMeter("notice", "notice", "80", "80%", "80 of 100, Over 80 % used");
        assertMeter("warning", "warning", "99.6", "99%", "99.6 of 100, Almost used up");
        assertMeter("over", "over", "100", "250%", "250 of 100, Over the allowance");
        assertThat(report.at("/meters/open/state").asString()).isEqualTo("open");
        assertThat(report.at("/meters/open/role").isNull()).isTrue();
    }

    @Test
    void aNumberGlowsWhenItChangesAndOnlyThen() {
        var number = report.get("number");
        assertThat(number.get("text").asString()).isEqualTo("1,235");
        assertThat(number.get("money").asString()).isEqualTo("$28.40");
        assertThat(number.get("before").asInt()).isZero();
        assertThat(number.get("after").asInt()).isEqualTo(1);
    }

    @Test
    void aHeadlineShowsItsWordsAndGlowsWhenItsNumberChanges() {
        var headline = report.get("headline");
        assertThat(texts(headline.get("first"))).containsExactly("Customers", "24", "All active");
        assertThat(texts(headline.get("then"))).containsExactly("Customers", "1,024", "<b>One</b> suspended");
        assertThat(headline.get("glows").asInt()).isEqualTo(1);
        assertThat(headline.get("characters").asString()).isEqualTo("5");
        assertThat(headline.get("bold").asInt()).isZero();
    }

    @Test
    void aListOfMetersKeepsTheLineThatStaysAndMakesNoMarkupOfItsWords() {
        var list = report.get("list");
        assertThat(texts(list.at("/words/0")))
                .containsExactly("<img src=x onerror=alert(1)>", "Pro", "Storage · 99 of 100 GB", "99%");
        assertThat(texts(list.at("/words/1"))).startsWith("Second");
        assertThat(list.get("images").asInt()).isZero();
        assertThat(list.get("then").asInt()).isEqualTo(1);
        assertThat(list.get("isKept").asBoolean()).isTrue();
        assertThat(list.get("state").asString()).isEqualTo("over");
        assertThat(list.get("spoken").asString()).startsWith("100 of 100 GB");
        assertThat(list.get("early").asInt()).isEqualTo(1);
    }

    @Test
    void everyPageFitsASmallPhoneAndLoadsTheBrandsFont() {
        var pages = report.get("pages");
        assertThat(pages.propertyNames()).containsExactlyInAnyOrder("landing", "plans", "docs", "error", "app");
        pages.forEachEntry((name, page) -> {
            assertThat(page.get("overflow").asBoolean()).as(name).isFalse();
            assertThat(page.get("font").asBoolean()).as(name).isTrue();
        });
    }

    private static List<String> texts(JsonNode words) {
        return words.valueStream().map(JsonNode::asString).toList();
    }

    private static void assertMeter(String id, String state, String now, String percent, String words) {
        var meter = report.at("/meters/" + id);
        assertThat(meter.get("role").asString()).isEqualTo("meter");
        assertThat(meter.get("state").asString()).isEqualTo(state);
        assertThat(meter.get("now").asString()).isEqualTo(now);
        assertThat(meter.get("percent").asString()).isEqualTo(percent);
        assertThat(meter.get("words").asString()).isEqualTo(words);
    }
}
