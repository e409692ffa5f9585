package io.chom.tenants.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Money;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMoneyTest {

    @ParameterizedTest
    @CsvSource({"7900,USD,7900", "1,EUR,1", "1200,JPY,1200", "1200,ISK,120000", "5,UGX,500", "1500,KWD,1500"})
    void an_amount_goes_there_and_comes_back_the_same(long minor, String currency, long there) {
        var money = new Money(minor, Currency.getInstance(currency));
        assertThat(StripeMoney.amount(money)).isEqualTo(there);
        assertThat(StripeMoney.currency(money)).isEqualTo(currency.toLowerCase(Locale.ROOT));
        assertThat(StripeMoney.of(there, StripeMoney.currency(money))).isEqualTo(money);
    }

    @Test
    void a_part_of_what_has_no_parts_is_no_amount() {
        assertThatThrownBy(() -> StripeMoney.of(550, "ugx")).isInstanceOf(ArithmeticException.class);
    }
}
