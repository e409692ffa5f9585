package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Languages;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence is there in every language that we speak, with the same places, and fits where the English one does. */
class TranslationsTest {

    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    /** Words that are the same in two languages: names, abbreviations, formats, and what one took from the other. */
    private static final Set<String> SAME = Set.of(
            "Accent",
            "Adresse",
            "Budget",
            "Computer",
            "Contact",
            "Domains",
            "GB",
            "IPv6",
            "Logos",
            "MRR",
            "Name",
            "Notifications",
            "Organisation",
            "Plan",
            "Portal",
            "Reseller",
            "Sites",
            "Status",
            "Support",
            "Tablet",
            "Total",
            "support",
            "{0} notification",
            "{0} notifications",
            "{0}, {1}",
            "Version {0} · {1}");

    /** What stands on buttons, tabs, switches and in the navigation, where there is little room. */
    private static final Pattern LABEL = Pattern.compile("shell\\.(menu|help|log-out|notices|mode(\\..*)?)"
            + "|state\\.retry|error\\.missing\\.next|chart\\.(table|chart)"
            + "|account\\.(sessions|end|end-others)|copy\\.do(ne)?"
            + "|(usage|reseller|operator|brand|domains)\\.(title|export|search)"
            + "|(reseller|operator)\\.(filter\\..*|found\\.none\\.next|column\\..*)|reseller\\.attention\\.more\\..*"
            + "|brand\\.(use|publish|discard|restore|logo\\.choose)"
            + "|brand\\.(mode|corners)\\..*|brand\\.preview\\.(portal|login|mail|invoice|light|dark|wide|tablet|phone)"
            + "|domains\\.(make-main|check|remove|keep|zone-file|add|add\\.(look|confirm|cancel))");

    static List<Locale> translated() {
        return Languages.ALL.subList(1, Languages.ALL.size());
    }

    @Test
    void we_speak_german_french_and_spanish_besides_english() {
        assertThat(Languages.ALL)
                .containsExactly(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    }

    @ParameterizedTest
    @MethodSource("translated")
    void every_sentence_is_there_and_none_that_nobody_says(Locale language) {
        assertThat(bundle(language).keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("translated")
    void every_sentence_has_the_places_of_the_english_one(Locale language) {
        var softly = new SoftAssertions();
        both(language)
                .forEach(key -> softly.assertThat(places(said(language, key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(places(said(Locale.ENGLISH, key))));
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("translated")
    void no_sentence_is_left_in_english(Locale language) {
        assertThat(both(language)
                        .filter(key -> said(language, key).equals(said(Locale.ENGLISH, key)))
                        .filter(key -> !SAME.contains(said(Locale.ENGLISH, key))))
                .as("%s", language)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translated")
    void every_sentence_is_written_with_the_marks_of_a_printer(Locale language) {
        var softly = new SoftAssertions();
        both(language).forEach(key -> {
            String said = said(language, key);
            softly.assertThat(said).as("%s in %s", key, language).doesNotContain("'", "\"", "!", "...", "  ", "N/A");
            softly.assertThat(said.strip()).as("%s in %s", key, language).isEqualTo(said);
        });
        softly.assertAll();
    }

    @Test
    void french_never_breaks_a_line_before_a_high_mark() {
        assertThat(both(Locale.FRENCH).map(key -> said(Locale.FRENCH, key)))
                .noneMatch(said -> Pattern.compile("[^\\u00a0\\u202f][;?»]|[^\\u00a0]:(?!//)|«[^\\u00a0]|\\d [%$G]")
                        .matcher(said)
                        .find());
    }

    @ParameterizedTest
    @MethodSource("translated")
    void what_stands_on_a_button_stays_short(Locale language) {
        var softly = new SoftAssertions();
        both(language)
                .filter(key -> LABEL.matcher(key).matches())
                .forEach(key -> softly.assertThat(said(language, key).length())
                        .as("%s in %s", key, language)
                        .isLessThanOrEqualTo(
                                (int) (1.6 * said(Locale.ENGLISH, key).length() + 12)));
        softly.assertAll();
    }

    private static Stream<String> both(Locale language) {
        return ENGLISH.keySet().stream().filter(bundle(language)::containsKey).sorted();
    }

    private static List<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** As it is read where a house has no words of its own. */
    private static String said(Locale language, String key) {
        return Terms.of(language, Wording.USUAL).in(bundle(language).getString(key));
    }

    private static ResourceBundle bundle(Locale language) {
        return Languages.read("io.chom.portal.texts", TranslationsTest.class.getClassLoader())
                .get(language);
    }
}
