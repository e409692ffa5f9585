package io.chom.tenants.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Languages;
import io.chom.theming.Term;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailTextsTest {

    private final MailTexts texts = new MailTexts();

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_words_for_the_same_things_with_the_same_gaps(Locale language) {
        Map<String, String> english = texts.all(Locale.ENGLISH);
        Map<String, String> words = texts.all(language);

        assertThat(words).hasSizeGreaterThan(30).containsOnlyKeys(english.keySet());
        words.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            if (!key.equals("time")) {
                assertThat(text).as(key).doesNotContain("'", "...", "!");
                assertThat(new MessageFormat(text, language).getFormatsByArgumentIndex())
                        .as(key)
                        .hasSize(
                                new MessageFormat(english.get(key), Locale.ENGLISH).getFormatsByArgumentIndex().length);
            }
        });
    }

    @Test
    void a_house_is_written_of_in_its_own_words_whatever_they_contain() {
        var own = Wording.USUAL.with(Term.CUSTOMER, new Wording.Word("it’s {0}", "it's {0} '"));
        for (var language : Languages.ALL) {
            assertThat(texts.say(language, Terms.of(language, own), "domain-failing.text.1", "a.example", "later"))
                    .contains("it's {0} '", "a.example")
                    .doesNotContain("[");
        }
    }

    @Test
    void who_speaks_another_language_gets_english() {
        assertThat(texts.nearest(Locale.forLanguageTag("de-AT"))).isEqualTo(Locale.GERMAN);
        assertThat(texts.nearest(Locale.JAPANESE)).isEqualTo(Locale.ENGLISH);
        assertThat(texts.nearest(Locale.ROOT)).isEqualTo(Locale.ENGLISH);
    }
}
