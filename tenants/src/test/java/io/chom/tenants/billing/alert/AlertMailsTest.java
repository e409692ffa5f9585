package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlertMailsTest {

    @Test
    void an_alert_says_in_the_readers_language_what_it_means_and_costs_and_what_there_is_to_do() {
        var mail = AlertMails.storage("Harbour House");

        assertThat(read(mail.values(), Locale.ENGLISH))
                .containsExactly(
                        "112%",
                        "Storage",
                        "It goes on, and what lies beyond is charged from here on. Beyond what is included, 1 GB costs $0.0125 "
                                + "at first, by the tiers of your [plan]. So far that is 12.5 GB, which costs $0.16. "
                                + "With the [plan] Pro the same usage would cost $12.50 less in a whole period.",
                        "Harbour House");
        assertThat(read(mail.facts(), Locale.ENGLISH)).containsExactly("112.5 GB", "100 GB", "Dec 1, 2026", "$79.00");
        assertThat(read(mail.values(), Locale.GERMAN))
                .element(2)
                .asString()
                .startsWith("Es geht weiter, und was darüber liegt, wird von jetzt an berechnet.")
                .contains("12,5 GB für 0,16 $");
        assertThat(read(mail.facts(), Locale.GERMAN)).containsExactly("112,5 GB", "100 GB", "01.12.2026", "79,00 $");
    }

    @Test
    void a_week_says_how_the_period_is_likely_to_end() {
        var mail = AlertMails.week("Harbour House");
        assertThat(read(mail.facts(), Locale.ENGLISH)).hasSize(4).element(3).isEqualTo("$81.25 ($80.00 – $83.00)");
        assertThat(read(mail.facts(), Locale.GERMAN)).element(3).isEqualTo("81,25 $ (80,00 $ – 83,00 $)");
    }

    private static List<String> read(List<MailValue> values, Locale language) {
        return values.stream()
                .map(value -> switch (value) {
                    case MailValue.Text(String text) -> text;
                    case MailValue.Worded(var texts) -> texts.getOrDefault(language, "");
                    case MailValue.At at -> at.toString();
                    case MailValue.Several several -> several.toString();
                })
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }
}
