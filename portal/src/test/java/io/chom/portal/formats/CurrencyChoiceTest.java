package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyChoiceTest {

    private static final List<Currency> SOLD =
            Stream.of("USD", "EUR", "JPY", "GBP").map(Currency::getInstance).toList();

    @ParameterizedTest
    @CsvSource({
        "de, EUR",
        "de-AT, EUR",
        "de-CH, USD",
        "fr, EUR",
        "es-MX, USD",
        "en, USD",
        "en-GB, GBP",
        "en-IE, EUR",
        "ja, JPY",
        "ja-DE, EUR",
        "ar-KW, USD",
        "und, USD",
        "tlh, USD",
        "en-001, USD",
        "en-AQ, USD"
    })
    void people_are_shown_the_money_of_where_they_are_where_it_is_sold_in(String language, String shown) {
        assertThat(CurrencyChoice.near(Locale.forLanguageTag(language), SOLD)).hasToString(shown);
    }

    @Test
    void what_is_said_or_remembered_counts_only_while_it_is_sold_in() {
        assertThat(CurrencyChoice.said("JPY", SOLD)).hasToString("Optional[JPY]");
        assertThat(Stream.of("KWD", "jpy", "", "\"><script>").map(one -> CurrencyChoice.said(one, SOLD)))
                .allMatch(Optional::isEmpty);
        assertThat(CurrencyChoice.said(null, SOLD)).isEmpty();
        assertThat(CurrencyChoice.remembered(null, SOLD)).isEmpty();
        assertThat(CurrencyChoice.remembered(
                        new Cookie[] {new Cookie("other", "EUR"), new Cookie("currency", "KWD")}, SOLD))
                .isEmpty();
        assertThat(CurrencyChoice.remembered(new Cookie[] {new Cookie("currency", "GBP")}, SOLD))
                .hasToString("Optional[GBP]");
    }
}
