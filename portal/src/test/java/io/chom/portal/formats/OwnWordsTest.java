package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.theming.BrandLanguages;
import io.chom.theming.DemoBrands;
import io.chom.theming.Languages;
import io.chom.theming.Term;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import io.chom.theming.Wording.Word;
import io.chom.theming.pages.LandingPage;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A house's own words stand wherever ours would, and it is spoken in its languages only. */
class OwnWordsTest {

    /** Where a word of ours is meant otherwise: websites of anybody, records, roles, a bill that is none yet. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "brand\\.website(\\..*)?|domains\\.add\\..*|dns\\..*|role\\.success|usage\\.estimate(\\.caption)?");

    private static final Pattern TOKEN = Pattern.compile("\\[[^]]*]");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void no_text_has_the_usual_word_in_place_of_its_token(String tag) {
        var language = Locale.of(tag);
        var usual = Terms.of(language, Wording.USUAL);
        var words = Arrays.stream(Term.values())
                .flatMap(term -> Stream.of(usual.one(term), usual.several(term)))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        var literal = Pattern.compile(
                "(?<![\\pL\\[])(" + words + ")s?(?!\\pL)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var known = Arrays.stream(Term.values())
                .flatMap(term -> Stream.of(term.token(), term.token() + "s"))
                .collect(Collectors.joining("|"));
        var softly = new SoftAssertions();
        texts(language).forEach(text -> {
            softly.assertThat(literal.matcher(text).find()).as(text).isFalse();
            softly.assertThat(TOKEN.matcher(text)
                            .results()
                            .map(found -> found.group().toLowerCase(Locale.ROOT)))
                    .as(text)
                    .allMatch(token -> token.matches("\\[(" + known + ")]"));
        });
        softly.assertAll();
    }

    /** All that people read in sentences: screens, public pages, mails. */
    private static List<String> texts(Locale language) {
        return Stream.of(
                        bundle("io.chom.portal.texts", Language.class.getClassLoader(), language),
                        bundle("io.chom.theming.pages.pages", LandingPage.class.getClassLoader(), language),
                        bundle("io.chom.tenants.platform.mail.mail", Meter.class.getClassLoader(), language))
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<String> bundle(String name, ClassLoader from, Locale language) {
        var all =
                ResourceBundle.getBundle(name, language, from, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return all.keySet().stream()
                .filter(key -> !OTHERWISE.matcher(key).matches())
                .map(all::getString);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your Gäste see this brand., Gäste near a limit",
        "de, Ihre Gäste sehen diese Marke., Gäste nahe einer Grenze",
        "fr, Vos Gäste voient cette marque., Gäste proches d’une limite",
        "es, Sus Gäste ven esta marca., Gäste cerca de un límite"
    })
    void an_own_word_stands_in_the_sentences_of_every_language(String tag, String sentence, String label) {
        var language = spoken(tag, new Word("Gast", "Gäste"));
        assertThat(language.say("brand.published")).isEqualTo(sentence);
        assertThat(language.say("reseller.attention")).isEqualTo(label);
        assertThat(language.count("reseller.shown", 1)).isEqualTo("1 Gast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "it's", "'{1}'", "$0 {", "<b>"})
    void whatever_an_own_word_contains_is_mere_text(String word) {
        for (var language : Languages.ALL) {
            assertThat(spoken(language.toLanguageTag(), new Word(word, word)).count("reseller.shown", 7))
                    .isEqualTo("7 " + word);
        }
    }

    @Test
    void the_meter_of_sites_is_named_by_the_own_word_and_no_other_is() {
        var sites =
                new Meter(new MeterId("sites"), new Meter.Words("Sites", "sites", "site"), Meter.Aggregation.MAX, 0);
        var storage = new Meter(new MeterId("storage_gb"), new Meter.Words("Storage", "GB"), Meter.Aggregation.MAX, 0);
        var brand = DemoBrands.nimbus().withWording(Wording.USUAL.with(Term.SITE, new Word("shop", "shops")));
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC), brand);
        assertThat(Formats.column(language.worded(sites))).isEqualTo("Shops");
        assertThat(language.quantity(BigDecimal.ONE, sites)).isEqualTo("1\u00a0shop");
        assertThat(language.quantity(BigDecimal.TEN, language.worded(sites))).isEqualTo("10\u00a0shops");
        assertThat(language.worded(storage)).isEqualTo(storage);
        assertThat(language.quantity(BigDecimal.TEN, storage)).isEqualTo("10\u00a0GB");
    }

    @Test
    void a_meter_is_called_as_the_language_calls_it_and_sites_as_the_usual_words_do() {
        var sites =
                new Meter(new MeterId("sites"), new Meter.Words("Sites", "sites", "site"), Meter.Aggregation.MAX, 0);
        var calls = new Meter(
                new MeterId("api_calls"),
                new Meter.Words("API calls", "calls", "call"),
                Meter.Aggregation.SUM,
                0,
                Map.of(Locale.GERMAN, new Meter.Words("API-Aufrufe", "Aufrufe", "Aufruf")));
        var language = new Language(new Formats(Locale.GERMANY, ZoneOffset.UTC));
        assertThat(Formats.column(language.worded(calls))).isEqualTo("API-Aufrufe (Aufrufe)");
        assertThat(language.quantity(BigDecimal.ONE, calls)).isEqualTo("1\u00a0Aufruf");
        assertThat(language.quantity(BigDecimal.TEN, sites))
                .isEqualTo("10\u00a0" + language.terms().several(Term.SITE));
    }

    @ParameterizedTest
    @CsvSource({"fr-CA, fr, fr-CA", "en-US, de, en-US", "it, de, it", "'', de, de"})
    void a_browser_that_wants_what_is_not_offered_gets_the_standard_language(
            String accepts, String words, String locale) {
        var request = new MockHttpServletRequest();
        if (!accepts.isEmpty()) {
            request.addHeader("Accept-Language", accepts);
        }
        var languages = new BrandLanguages(Locale.GERMAN, List.of(Locale.GERMAN, Locale.FRENCH));
        Language.speakAs(DemoBrands.acme().withLanguages(languages), request);
        assertThat(Language.of(request).words().toLanguageTag()).isEqualTo(words);
        assertThat(Language.of(request).formats().locale().toLanguageTag()).isEqualTo(locale);
    }

    private static Language spoken(String tag, Word customer) {
        var brand = DemoBrands.acme().withWording(Wording.USUAL.with(Term.CUSTOMER, customer));
        return new Language(new Formats(Locale.of(tag), ZoneOffset.UTC), brand);
    }
}
