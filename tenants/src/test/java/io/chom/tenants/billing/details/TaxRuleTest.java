package io.chom.tenants.billing.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.details.TaxRule.Category;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRuleTest {

    @ParameterizedTest
    @CsvSource({
        "DE, DE, DE123456789, STANDARD",
        "DE, DE, '', STANDARD",
        "DE, FR, FR12345678901, REVERSE_CHARGE",
        "DE, FR, '', STANDARD",
        "DE, FR, DE123456789, STANDARD",
        "FR, GR, EL123456789, REVERSE_CHARGE",
        "GR, GR, EL123456789, STANDARD",
        "GR, FR, EL123456789, STANDARD",
        "DE, CH, CHE123456789MWST, OUTSIDE",
        "DE, US, '', OUTSIDE",
        "DE, GB, XI123456789, OUTSIDE",
        "DE, FR, CHE123456789MWST, STANDARD",
        "CH, CH, '', STANDARD",
        "CH, DE, DE123456789, OUTSIDE",
        "US, US, '', STANDARD"
    })
    void it_follows_from_where_both_sides_are(String home, String country, String vatId, Category category) {
        var rule = TaxRule.of(Papers.charging(home, "", "19"), Papers.in(country, vatId));
        assertThat(rule.category()).isEqualTo(category);
        assertThat(rule.rate()).isEqualByComparingTo(category == Category.STANDARD ? "19" : "0");
    }

    @Test
    void a_buyer_of_whom_nothing_is_known_is_one_of_the_country() {
        assertThat(TaxRule.of(Papers.charging("DE", "", "7.7"), null))
                .isEqualTo(new TaxRule(Category.STANDARD, new BigDecimal("7.70"), ""));
    }

    @Test
    void who_is_not_registered_charges_nobody_and_says_why() {
        var seller = Papers.exempt("DE", "12/345/67890", "§ 19 UStG");
        assertThat(TaxRule.of(seller, Papers.in("FR", "FR12345678901")))
                .isEqualTo(new TaxRule(Category.EXEMPT, BigDecimal.ZERO, "§ 19 UStG"));
    }
}
