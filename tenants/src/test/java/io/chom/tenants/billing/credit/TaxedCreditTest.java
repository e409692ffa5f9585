package io.chom.tenants.billing.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tax that goes back with what is credited. */
class TaxedCreditTest {

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void all_of_it_goes_back_with_the_rest_and_never_more_in_whatever_parts(String code) {
        var random = new Random(20_310_102);
        var currency = Currency.getInstance(code);
        for (int round = 0; round < 1_000; round++) {
            var first = taxed(random, currency);
            var tax = first.invoice().lines().getLast();
            assertThat(tax.kind()).isEqualTo(LineItem.Kind.TAX);
            int line = first.invoice().lines().size();
            var open = first;
            long before = 0;
            while (open.isPossible()) {
                var parts = some(random, open);
                var whole = open.checked(parts);
                open = open.with(after(open, whole));
                long back = tax.amount().minor() - open.left(line).minor();
                assertThat(back).isBetween(before, tax.amount().minor());
                assertThat(open.most().minor()).isNotNegative();
                before = back;
            }
            assertThat(before).isEqualTo(tax.amount().minor());
            assertThat(open.most().minor()).isZero();
        }
    }

    @Test
    void half_of_it_gives_back_half_of_the_tax() {
        var open = creditable(Invoiced.taxed("19.00", List.of(usd(10_000))));
        assertThat(open.checked(List.of(new Part(1, usd(5_000)))))
                .containsExactly(new Part(1, usd(5_000)), new Part(2, usd(950)));
        assertThat(open.effect(CreditNote.sum(open.checked(open.left()), usd(0)))
                        .owed()
                        .minor())
                .isZero();
    }

    @Test
    void nobody_credits_the_tax_alone() {
        var open = creditable(Invoiced.taxed("19.00", List.of(usd(10_000))));
        assertThat(open.left()).containsExactly(new Part(1, usd(10_000)));
        for (var wrong : List.of(
                List.of(new Part(2, usd(100))),
                List.of(new Part(1, usd(100)), new Part(2, usd(19))),
                List.<Part>of())) {
            assertThatThrownBy(() -> open.checked(wrong))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("credit.out-of-range");
        }
    }

    /** Net lines of any sign that come to more than nothing. */
    private static Creditable taxed(Random random, Currency currency) {
        while (true) {
            var amounts = Stream.generate(() -> new Money(random.nextLong(-3_000, 10_000), currency))
                    .limit(1 + random.nextInt(5))
                    .toList();
            long sum = amounts.stream().mapToLong(Money::minor).sum();
            if (sum > 0) {
                var rate = BigDecimal.valueOf(random.nextInt(1, 10_001), 2).toPlainString();
                return creditable(Invoiced.taxed(rate, amounts));
            }
        }
    }

    private static Creditable creditable(ItemisedInvoice invoice) {
        return new Creditable(invoice, Map.of(), invoice.invoice().total(), false, false);
    }

    /** Something that may be credited: parts of some lines, or all that is left. */
    private static List<Part> some(Random random, Creditable open) {
        for (int attempt = 0; attempt < 20; attempt++) {
            var parts = new ArrayList<Part>();
            for (var left : open.left()) {
                long most = Math.abs(left.amount().minor());
                long wanted = random.nextLong(most + 1);
                if (wanted > 0) {
                    long signed = Long.signum(left.amount().minor()) * wanted;
                    parts.add(new Part(
                            left.line(), new Money(signed, left.amount().currency())));
                }
            }
            try {
                open.checked(parts);
                return parts;
            } catch (Refused notAllowed) {
                continue;
            }
        }
        return open.left();
    }

    private static Map<Integer, Money> after(Creditable open, List<Part> parts) {
        var credited = new HashMap<>(open.credited());
        parts.forEach(part -> credited.merge(part.line(), part.amount(), Money::plus));
        return credited;
    }

    private static Money usd(long cents) {
        return new Money(cents, Currency.getInstance("USD"));
    }
}
