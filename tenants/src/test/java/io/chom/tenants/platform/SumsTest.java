package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency KWD = Currency.getInstance("KWD");

    @Test
    void adds_up_each_currency_by_itself() {
        var sums = Sums.of(Stream.of(of(100, USD), of(7, JPY), of(250, USD), of(1_055, KWD), of(3, JPY)), USD);

        assertThat(sums.each()).hasToString("[10 JPY, 1.055 KWD, 3.50 USD]");
        assertThat(Sums.together(List.of(sums, sums), USD).each()).hasToString("[20 JPY, 2.110 KWD, 7.00 USD]");
    }

    @Test
    void nothing_is_told_once_and_in_the_usual_currency_unless_it_is_nothing_of_one() {
        assertThat(Sums.of(Stream.of(), USD).each()).hasToString("[0.00 USD]");
        assertThat(Sums.of(Stream.of(of(0, JPY)), USD).each()).hasToString("[0 JPY]");
        assertThat(Sums.of(Stream.of(of(0, JPY), of(0, KWD)), USD).each()).hasToString("[0.00 USD]");
        assertThat(Sums.of(Stream.of(of(0, JPY), of(5, KWD)), USD).each()).hasToString("[0.005 KWD]");
        assertThat(Sums.of(Stream.of(of(5, JPY), of(-5, JPY)), USD).each()).hasToString("[0 JPY]");
    }

    @Test
    void is_in_an_order_that_compares_no_two_currencies() {
        var yen = new Sums(List.of(of(9_999, JPY)));
        var dollars = new Sums(List.of(of(1, USD)));
        var more = new Sums(List.of(of(2, USD)));
        var both = new Sums(List.of(of(9_999, JPY), of(1, USD)));

        assertThat(Stream.of(more, both, dollars, yen).sorted()).containsExactly(yen, both, dollars, more);
    }

    @Test
    void refuses_none_and_two_of_one_currency() {
        assertThatThrownBy(() -> new Sums(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sums(List.of(of(1, USD), of(2, USD))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Money of(long minor, Currency currency) {
        return new Money(minor, currency);
    }
}
