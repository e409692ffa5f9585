package io.chom.theming.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Languages;
import io.chom.theming.pages.Words;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentWordsTest {

    private static final Map<Locale, Words> WORDS = Words.beside(BrandedDocuments.class, "documents");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void every_word_is_there_in_every_language_with_the_same_places() {
        var english = WORDS.get(Locale.ENGLISH).all();
        assertThat(WORDS).hasSameSizeAs(Languages.ALL);
        for (var words : WORDS.values()) {
            assertThat(words.all().keySet()).as("%s", words.language()).isEqualTo(english.keySet());
            english.forEach((key, said) -> assertThat(places(words.all().get(key)))
                    .as("%s in %s", key, words.language())
                    .isEqualTo(places(said)));
        }
    }

    @Test
    void words_have_the_marks_of_a_printer() {
        for (var words : WORDS.values()) {
            assertThat(words.all().values())
                    .noneMatch(said -> said.matches(".*['\"!]|.*\\.\\.\\..*|.* {2}.*|^ .*|.* $"));
        }
        assertThat(WORDS.get(Locale.FRENCH).all().values())
                .noneMatch(said -> said.matches(".*[^\\u00a0\\u202f][;?»].*|.*[^\\u00a0]:.*"));
    }

    @Test
    void nobody_but_english_says_it_in_english() {
        var english = WORDS.get(Locale.ENGLISH).all();
        for (var language : Languages.ALL.subList(1, Languages.ALL.size())) {
            assertThat(WORDS.get(language).all().entrySet().stream()
                            .filter(word -> word.getValue().equals(english.get(word.getKey()))))
                    .as("%s", language)
                    .hasSizeLessThan(5);
        }
    }

    private static Object places(String said) {
        return PLACE.matcher(said)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }
}
