package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.theming.Wording.Word;
import io.chom.theming.pages.LandingPage;
import io.chom.theming.pages.PlanOffer;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    private static final Wording SHOPS = Wording.USUAL.with(Term.SITE, new Word("shop", "shops"));

    @ParameterizedTest
    @CsvSource({
        "en, Sites of a customer and its plans",
        "de, Websites of a Kunde and its Tarife",
        "fr, Sites of a client and its forfaits",
        "es, Sitios of a cliente and its planes"
    })
    void aTokenBecomesTheUsualWordOfTheLanguage(String language, String text) {
        assertThat(Terms.of(Locale.of(language), Wording.USUAL).in("[Sites] of a [customer] and its [plans]"))
                .isEqualTo(text);
    }

    @Test
    void anOwnWordHoldsInEveryLanguageAsItWasTyped() {
        for (var language : Languages.ALL) {
            assertThat(Terms.of(language, SHOPS).in("[Shop] [Site] [sites] [x")).isEqualTo("[Shop] Shop shops [x");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{0}",
                "'",
                "''",
                "'{0}",
                "{",
                "}'{",
                "'{'}'",
                "{''}''",
                "$1 \\0",
                "<b>shops</b>",
                "[site]",
                "{0,number}"
            })
    void anOwnWordIsNeverMoreThanText(String word) {
        var terms = Terms.of(Locale.ENGLISH, Wording.USUAL.with(Term.SITE, new Word(word, word)));
        assertThat(new MessageFormat(terms.inPattern("{0} of your [sites] {1}"), Locale.ROOT)
                        .format(new Object[] {1, 2}))
                .isEqualTo("1 of your " + word + " 2");
        assertThat(terms.in("Your [sites]")).isEqualTo("Your " + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u202eb", "a\nb", "a\u200bb", "1234567890123456789012345678901"})
    void aWordIsShortAndVisible(String word) {
        assertThat(Word.isForm(word)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Word(word, "shops"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Word("shop", word));
    }

    @Test
    void aWordHasAtMostThirtyCharacters() {
        assertThat(Word.isForm("ü".repeat(30))).isTrue();
        assertThat(new Word(" shop ", "🚀".repeat(30)).one()).isEqualTo("shop");
    }

    @Test
    void aHouseSpeaksSomeOfOurLanguages() {
        var german = new BrandLanguages(Locale.GERMAN, List.of(Locale.FRENCH, Locale.GERMAN));
        assertThat(german.nearest(Locale.CANADA_FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(german.nearest(Locale.US)).isEqualTo(Locale.GERMAN);
        assertThat(german.offered()).containsExactly(Locale.GERMAN, Locale.FRENCH);
        assertThat(german.withOffered(List.of()).offered()).containsExactly(Locale.GERMAN);
        assertThat(german.withStandard(Locale.ENGLISH).offered()).contains(Locale.ENGLISH, Locale.GERMAN);
        assertThatIllegalArgumentException().isThrownBy(() -> new BrandLanguages(Locale.ITALIAN, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrandLanguages(Locale.GERMAN, List.of(Locale.ENGLISH)));
    }

    @Test
    void publicPagesAreInTheWordsAndLanguagesOfTheHouse() {
        var brand = DemoBrands.acme()
                .withWording(Wording.USUAL.with(Term.PLAN, new Word("<i>it's", "<i>they're")))
                .withLanguages(new BrandLanguages(Locale.GERMAN, List.of(Locale.GERMAN)));
        var plan = new PlanOffer("Start", "€ 1", "a month", "", List.of(), false);
        var html = new LandingPage()
                .render(BrandAssets.of(brand), Locale.FRANCE, List.of(plan), URI.create("https://acme.example/"));
        assertThat(html).contains("lang=\"de\"", "Alle &lt;i&gt;they").doesNotContain("<i>they", "[plan", "Tarife");
    }
}
