package io.chom.tenants.billing.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.mirror.PaidInvoice.Credit;
import io.chom.tenants.billing.mirror.PaidInvoice.Line;
import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaidInvoiceTest {

    private static final PaidInvoice CREDITED = new PaidInvoice(
            "key",
            "A-000001",
            money(1_000),
            Instant.EPOCH,
            List.of(new Line("Pro", money(1_000))),
            List.of(new Credit("A-CN-000001", "First", money(300)), new Credit("A-CN-000002", "Second", money(200))),
            List.of(),
            money(0));

    @ParameterizedTest
    @CsvSource({
        "0,   1000, A-CN-000001 300 A-CN-000002 200",
        "300, 1000, A-CN-000002 200",
        "0,   250,  A-CN-000001 250",
        "250, 1000, A-CN-000001 50 A-CN-000002 200",
        "250, 100,  A-CN-000001 50 A-CN-000002 50",
        "500, 1000, ''",
        "0,   0,    ''"
    })
    void what_is_told_of_the_credits_goes_on_where_it_was_left(long told, long most, String parts) {
        assertThat(CREDITED.credits(money(told), money(most)).stream()
                        .map(one -> one.number() + " " + one.amount().minor())
                        .toList())
                .isEqualTo(parts.isEmpty() ? List.of() : List.of(parts.split("(?<=\\d) (?=A)")));
    }

    private static Money money(long minor) {
        return new Money(minor, Currency.getInstance("USD"));
    }
}
