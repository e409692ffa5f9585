package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What people of each language read: the words, the forms that numbers choose, and numbers, money and dates. */
class SpokenTest {

    @ParameterizedTest
    @CsvSource({
        "en, 0 customers, 1 customer, 2 customers",
        "de, 0 Kunden, 1 Kunde, 2 Kunden",
        "fr, 0 client, 1 client, 2 clients",
        "es, 0 clientes, 1 cliente, 2 clientes"
    })
    void the_number_chooses_the_form(String tag, String none, String one, String two) {
        var language = spoken(tag);
        assertThat(language.count("reseller.shown", 0)).isEqualTo(none);
        assertThat(language.count("reseller.shown", 1)).isEqualTo(one);
        assertThat(language.count("reseller.shown", 2)).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({
        "'de-DE,de;q=0.9,en;q=0.8', de, de-DE, 1.240 Kunden",
        "'fr-CA,fr;q=0.9', fr, fr-CA, 1\u00a0240 clients",
        "es-MX, es, es-MX, '1,240 clientes'",
        "'it-IT,it;q=0.9', en, it-IT, 1.240 customers",
        "'en-GB,de;q=0.5', en, en-GB, '1,240 customers'"
    })
    void a_browser_gets_its_language_or_english_and_always_its_own_formats(
            String accepts, String words, String locale, String customers) {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", accepts);
        var accepted = Language.of(request);
        assertThat(accepted.words().toLanguageTag()).isEqualTo(words);
        assertThat(accepted.formats().locale().toLanguageTag()).isEqualTo(locale);
        assertThat(accepted.count("reseller.shown", 1240)).isEqualTo(customers);
    }

    @Test
    void whoever_names_no_language_reads_english_whatever_the_machine_speaks() {
        var request = new MockHttpServletRequest() {
            @Override
            public Locale getLocale() {
                return Locale.GERMANY;
            }
        };
        assertThat(Language.of(request).words()).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | $1,284.50 | 1,240.5 | 84% | Nov 21, 2026 | Nov 21, 2026, 09:04:31",
                "de-DE | 1.284,50\u00a0$ | 1.240,5 | 84\u00a0% | 21.11.2026 | 21.11.2026, 09:04:31",
                "fr-FR | 1\u202f284,50\u00a0$US | 1\u202f240,5 | 84\u00a0% | 21 nov. 2026 | 21 nov. 2026 à 09:04:31",
                "es-ES | 1.284,50\u00a0US$ | 1.240,5 | 84\u00a0% | 21 nov 2026 | 21 nov 2026, 09:04:31"
            })
    void numbers_money_and_dates_are_written_as_people_there_write_them(
            String tag, String money, String number, String percent, String date, String moment) {
        var language = new Language(new Formats(Locale.forLanguageTag(tag), ZoneId.of("Europe/Berlin")));
        var formats = language.formats();
        assertThat(formats.money(Money.of("1284.50", Currency.getInstance("USD"))))
                .isEqualTo(money);
        assertThat(formats.number(new BigDecimal("1240.50"), 2)).isEqualTo(number);
        assertThat(formats.percent(84)).isEqualTo(percent);
        assertThat(formats.date(LocalDate.parse("2026-11-21"))).isEqualTo(date);
        assertThat(language.moment(Instant.parse("2026-11-21T08:04:31Z"))).isEqualTo(moment);
    }

    private static Language spoken(String tag) {
        return new Language(new Formats(Locale.forLanguageTag(tag), ZoneOffset.UTC));
    }
}
