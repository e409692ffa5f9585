package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.MailFigures;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "JPY, 5000,      5000,    '¥5,000'",
        "USD, 50,        5000,    '$50.00'",
        "USD, 49.99,     4999,    '$49.99'",
        "USD, 1E+3,      100000,  '$1,000.00'",
        "USD, 10.500,    1050,    '$10.50'",
        "KWD, 12.345,    12345,   'KWD\u00a012.345'",
        "JPY, 1000000000, 1000000000, '¥1,000,000,000'"
    })
    void an_amount_is_kept_in_minor_units_of_its_currency(String code, String typed, long minor, String read) {
        Budget budget = BudgetService.budget(new BigDecimal(typed), Currency.getInstance(code));

        assertThat(budget.amount()).isEqualTo(new Money(minor, Currency.getInstance(code)));
        assertThat(new MailFigures(Locale.ENGLISH).money(budget.amount())).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 0.5",
        "USD, 0",
        "USD, -1",
        "USD, 0.001",
        "KWD, 0.0001",
        "USD, 1000000000.01",
        "USD, 1E+999999999",
        "USD, 1E-999999999"
    })
    void any_other_amount_is_refused(String code, String typed) {
        assertThatThrownBy(() -> BudgetService.budget(new BigDecimal(typed), Currency.getInstance(code)))
                .hasMessageStartingWith("billing.budget-amount: ");
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 5000, 3999, 79",
        "JPY, 5000, 4000, 80",
        "JPY, 5000, 5000, 100",
        "KWD, 12345, 12344, 99",
        "KWD, 12345, 12345, 100",
        "USD, 5000, -100, 0",
        "USD, 1, 9223372036854775807, 2147483647"
    })
    void a_part_is_reached_when_all_of_it_is(String code, long budget, long bill, int percent) {
        var currency = Currency.getInstance(code);

        assertThat(new Budget(new Money(budget, currency)).percent(new Money(bill, currency)))
                .isEqualTo(percent);
    }

    @Test
    void nothing_is_no_budget() {
        assertThatThrownBy(() -> new Budget(Money.zero(Currency.getInstance("USD"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
