package io.chom.tenants.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentsTest {

    @Test
    void whatever_a_mail_is_about_comes_out_of_the_queue_as_it_went_in() {
        var contents = new Contents(
                "allowance",
                List.of(MailValue.of("Harbour \"House\""), MailValue.of(Instant.parse("2026-11-21T08:04:31Z"))),
                List.of(
                        MailValue.of(List.of("a", "b")),
                        MailValue.in(language -> "[Sites] " + language + " {0} ’\u00a0\"")),
                "/app/usage");

        assertThat(Contents.read("allowance", contents.json())).isEqualTo(contents);
    }

    @Test
    void words_without_english_are_none() {
        assertThatThrownBy(() -> new MailValue.Worded(Map.of(Locale.GERMAN, "Wort")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
