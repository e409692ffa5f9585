package io.chom.tenants.billing.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.details.Flaw.Field;
import io.chom.tenants.billing.details.Flaw.Problem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlawsTest {

    @ParameterizedTest
    @CsvSource({
        "DE, de 123.456.789, DE123456789",
        "AT, ATU12345678, ATU12345678",
        "FR, FR AB 123456789, FRAB123456789",
        "GR, GR 123456789, EL123456789",
        "NL, NL123456789B01, NL123456789B01",
        "CH, CHE-123.456.789 MWST, CHE123456789MWST",
        "AU, AU51824753556, AU51824753556"
    })
    void a_vat_id_is_taken_as_people_write_it(String country, String typed, String kept) {
        var profile = Papers.charging(country, typed, "19");
        assertThat(Flaws.of(profile)).isEmpty();
        assertThat(profile.details().vatId()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE12345678",
                "123456789",
                "GR123456789X",
                "EL12345678",
                "ZZ123456",
                "DE",
                "D",
                "ATU1234567",
                "<b>"
            })
    void one_that_is_none_is_told(String typed) {
        assertThat(Flaws.of(Papers.charging("DE", typed, "19"))).containsExactly(new Flaw(Field.VAT_ID, Problem.WRONG));
    }

    @Test
    void an_empty_form_names_what_an_address_needs() {
        assertThat(Flaws.of(Profile.NONE))
                .containsExactly(
                        new Flaw(Field.LEGAL_NAME, Problem.MISSING),
                        new Flaw(Field.STREET, Problem.MISSING),
                        new Flaw(Field.POSTAL_CODE, Problem.MISSING),
                        new Flaw(Field.CITY, Problem.MISSING),
                        new Flaw(Field.COUNTRY, Problem.MISSING));
    }

    @ParameterizedTest
    @CsvSource({"0, MISSING", "-1, WRONG", "100.01, WRONG", "19.125, WRONG"})
    void a_rate_is_a_percentage_with_two_digits(String rate, Problem problem) {
        assertThat(Flaws.of(Papers.charging("DE", "DE123456789", rate))).containsExactly(new Flaw(Field.RATE, problem));
    }

    @Test
    void who_charges_tax_has_a_number_for_it() {
        assertThat(Flaws.of(Papers.charging("DE", "", "19")))
                .containsExactly(new Flaw(Field.TAX_NUMBER, Problem.MISSING));
    }

    @Test
    void what_is_too_long_or_no_country_or_has_two_lines_is_told() {
        var details = new BillingDetails("x".repeat(201), "a\nb", "", "1", "c", "XX", "", "", "no mail", "");
        assertThat(Flaws.of(new Profile(details, new Treatment(Treatment.Kind.NOT_REGISTERED, BigDecimal.ZERO, ""))))
                .containsExactly(
                        new Flaw(Field.LEGAL_NAME, Problem.TOO_LONG),
                        new Flaw(Field.STREET, Problem.WRONG),
                        new Flaw(Field.COUNTRY, Problem.WRONG),
                        new Flaw(Field.EMAIL, Problem.WRONG));
    }
}
