package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.theming.Color;
import io.chom.theming.Contact;
import io.chom.theming.Logo;
import io.chom.theming.OwnFont;
import io.chom.theming.Unfit;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnfitWordsTest {

    private final Language german = new Language(new Formats(Locale.GERMANY, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource
    void every_reason_has_a_sentence_in_every_language(Unfit.Reason reason) {
        assertThat(Stream.of("en", "de", "fr", "es")
                        .map(Locale::of)
                        .map(locale -> new Language(new Formats(locale, ZoneOffset.UTC)))
                        .map(language -> language.say(UnfitWords.key(reason), 7)))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void what_a_person_gives_is_refused_in_the_language_of_the_person() {
        assertThat(List.of(
                        refused(() -> Color.of("red")),
                        refused(() -> Contact.of("x".repeat(61))),
                        refused(() -> Contact.of("a\u202eb")),
                        refused(() -> Logo.uploaded("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
                                .getBytes(StandardCharsets.UTF_8))),
                        refused(() -> OwnFont.uploaded("x.woff2", new byte[600_000])),
                        refused(() -> OwnFont.uploaded("x.woff2", new byte[60]))))
                .containsExactly(
                        "Eine Farbe schreibt man als #rgb oder #rrggbb.",
                        "Hier stehen 1 bis 60 Zeichen.",
                        "Hier dürfen keine Steuerzeichen und keine unsichtbaren Zeichen stehen.",
                        "Ein SVG-Bild darf script nicht enthalten.",
                        "Diese Datei hat höchstens 512 kB.",
                        "Das ist keine Schrift im Format WOFF2.");
    }

    private String refused(ThrowingCallable work) {
        return UnfitWords.of(german, (IllegalArgumentException) ThrowableAssert.catchThrowable(work));
    }
}
