package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static final Pattern SAID = Pattern.compile("\\.(say|count)\\(\\s*\"([a-z.-]+)\"");

    private final ResourceBundle texts = ResourceBundle.getBundle("io.chom.portal.texts", Locale.ROOT);

    @Test
    void a_language_that_we_do_not_have_is_answered_in_english_with_the_formats_of_the_person() {
        var language = new Language(new Formats(Locale.ITALY, ZoneOffset.UTC));
        assertThat(language.words()).isEqualTo(Locale.ENGLISH);
        assertThat(language.count("usage.days-left", 1)).isEqualTo("1 day left");
        assertThat(language.count("reseller.shown", 1240)).isEqualTo("1.240 customers");
    }

    @Test
    void every_sentence_that_the_screens_say_is_there() throws IOException {
        for (var key : saidKeys()) {
            boolean isThere = texts.containsKey(key)
                    || texts.containsKey(key + ".one") && texts.containsKey(key + ".other")
                    || key.endsWith(".") && texts.keySet().stream().anyMatch(one -> one.startsWith(key));
            assertThat(isThere).as(key).isTrue();
        }
    }

    @Test
    void sentences_have_valid_places_and_do_not_shout() {
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
        for (var key : texts.keySet()) {
            assertThat(texts.getString(key)).as(key).doesNotContain("!", "'", "N/A");
            assertThatCode(() -> language.say(key, "a", "b", "c", "d")).as(key).doesNotThrowAnyException();
        }
    }

    private static Set<String> saidKeys() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> SAID.matcher(read(file)).results())
                    .map(match -> match.group(2))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
