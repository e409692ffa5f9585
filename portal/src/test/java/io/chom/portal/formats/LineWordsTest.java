package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Moved;
import io.chom.tenants.billing.Period;
import io.chom.tenants.platform.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What corrections and the credit that they leave say of themselves. */
class LineWordsTest {

    private static final Period MARCH = new Period(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1), ZoneOffset.UTC);

    @Test
    void a_correction_says_what_its_time_came_to_and_comes_to_now() {
        var words = words("en");
        var late = line(Kind.ADJUSTMENT, new Moved(dollars(7_000), dollars(500)));
        assertThat(words.label(late)).isEqualTo("bandwidth_gb, reported late");
        assertThat(words.formula(late))
                .startsWith("Usage of ")
                .endsWith(" that was reported after its invoice: it comes to $5.00 instead of $70.00");
    }

    @Test
    void one_from_before_they_were_written_down_says_when_it_was() {
        assertThat(words("en").formula(line(Kind.ADJUSTMENT, null))).endsWith(" that was reported after its invoice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Credit carried forward    | More is given back here than is charged. $41.00 are taken off next time.
            de | Guthaben, vorgetragen     | Hier wird mehr gutgeschrieben als berechnet. 41,00 $ werden das nächste Mal verrechnet.
            es | Saldo a favor, traspasado | Aquí se devuelve más de lo que se cobra. 41,00 US$ se descuentan la próxima vez.
            fr | Avoir reporté             | Plus est rendu ici que compté. 41,00 $US sont déduits la prochaine fois.
            """)
    void credit_that_an_invoice_cannot_bear_is_carried_forward(String language, String label, String formula) {
        var line = line(Kind.CARRIED, new Moved(dollars(0), dollars(4_100)));
        assertThat(words(language).label(line)).isEqualTo(label);
        assertThat(words(language).formula(line).replace('\u00a0', ' ').replace('\u202f', ' '))
                .isEqualTo(formula);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Credit brought forward | $29.00 of a credit of $41.00; $12.00 are left
            de | Guthaben aus Vortrag   | 29,00 $ von 41,00 $ Guthaben; 12,00 $ bleiben übrig
            es | Saldo a favor anterior | 29,00 US$ de un saldo de 41,00 US$; quedan 12,00 US$
            fr | Avoir antérieur        | 29,00 $US sur un avoir de 41,00 $US ; il reste 12,00 $US
            """)
    void and_the_next_one_takes_it_up(String language, String label, String formula) {
        var line = line(Kind.CARRIED, new Moved(dollars(4_100), dollars(1_200)));
        assertThat(words(language).label(line)).isEqualTo(label);
        assertThat(words(language).formula(line).replace('\u00a0', ' ').replace('\u202f', ' '))
                .isEqualTo(formula);
    }

    private static LineWords words(String language) {
        return new LineWords(
                new Language(new Formats(Locale.forLanguageTag(language), ZoneOffset.UTC)), meter -> Optional.empty());
    }

    private static LineItem line(Kind kind, @Nullable Moved moved) {
        return new LineItem(kind, "bandwidth_gb", "", "", MARCH, moved, moved == null ? dollars(1) : moved.amount());
    }

    private static Money dollars(long minor) {
        return new Money(minor, Currency.getInstance("USD"));
    }
}
