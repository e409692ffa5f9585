package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tax makes of the lines of an invoice. */
class TaxOnInvoicesTest {

    private static final Period DAYS = new Period(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 2, 1), ZoneOffset.UTC);
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "USD", "KWD"})
    void net_and_tax_are_the_total_whatever_the_lines_the_rate_and_the_currency(String code) {
        var random = new Random(20_310_101);
        var currency = Currency.getInstance(code);
        for (int round = 0; round < 3_000; round++) {
            var net = Estimate.of(lines(random, currency), currency);
            int basisPoints = 1 + random.nextInt(10_000);
            var taxed = net.taxed(
                    Optional.of(new TaxRule(Category.STANDARD, BigDecimal.valueOf(basisPoints, 2), "")), DAYS);

            var tax = taxed.lines().getLast();
            assertThat(tax.kind()).isEqualTo(Kind.TAX);
            assertThat(taxed.lines().subList(0, net.lines().size())).isEqualTo(net.lines());
            assertThat(tax.amount().minor())
                    .isEqualTo(halfUp(net.total().minor(), basisPoints, Priced.smallest(currency)));
            assertThat(taxed.total()).isEqualTo(net.total().plus(tax.amount()));
            assertThat(tax.figures())
                    .isInstanceOfSatisfying(
                            Taxed.class, figures -> assertThat(figures.base()).isEqualTo(net.total()));
        }
    }

    @Test
    void it_is_computed_once_and_not_by_the_line() {
        var thirds = List.of(line(33, USD), line(33, USD), line(33, USD));
        var taxed = Estimate.of(thirds, USD)
                .taxed(Optional.of(new TaxRule(Category.STANDARD, new BigDecimal("19"), "")), DAYS);
        assertThat(taxed.lines().getLast().amount().minor()).isEqualTo(19);
        assertThat(taxed.lines().getLast().formula()).isEqualTo("19 % of $0.99 = $0.19");
    }

    @Test
    void what_is_given_back_gives_back_its_tax() {
        var rule = Optional.of(new TaxRule(Category.STANDARD, new BigDecimal("7.70"), ""));
        var taxed = Estimate.of(List.of(line(-650, USD)), USD).taxed(rule, DAYS);
        assertThat(taxed.lines().getLast().amount().minor()).isEqualTo(-50);
        assertThat(taxed.total().minor()).isEqualTo(-700);
    }

    @Test
    void where_none_is_charged_it_is_nothing_and_says_why() {
        assertThat(none(Category.REVERSE_CHARGE, "")).isEqualTo("Reverse charge: the buyer owes the tax on $100.00");
        assertThat(none(Category.OUTSIDE, "")).isEqualTo("Not subject to tax in the country of the seller");
        assertThat(none(Category.EXEMPT, "")).isEqualTo("The seller is not registered for tax");
        assertThat(none(Category.EXEMPT, "§ 19 UStG")).isEqualTo("§ 19 UStG");
    }

    @Test
    void without_a_rule_and_without_lines_nothing_is_different() {
        var net = Estimate.of(List.of(line(100, USD)), USD);
        var rule = Optional.of(new TaxRule(Category.STANDARD, BigDecimal.TEN, ""));
        assertThat(net.taxed(Optional.empty(), DAYS)).isEqualTo(net);
        assertThat(Estimate.of(List.of(), USD).taxed(rule, DAYS).lines()).isEmpty();
    }

    private static String none(Category category, String reason) {
        var net = Estimate.of(List.of(line(10_000, USD)), USD);
        var taxed = net.taxed(Optional.of(new TaxRule(category, BigDecimal.ZERO, reason)), DAYS);
        assertThat(taxed.total()).isEqualTo(net.total());
        assertThat(taxed.lines().getLast().amount().minor()).isZero();
        return taxed.lines().getLast().formula();
    }

    private static List<LineItem> lines(Random random, Currency currency) {
        return Stream.generate(
                        () -> line(random.nextLong(2_000_001) - (random.nextInt(4) == 0 ? 2_000_000 : 0), currency))
                .limit(1 + random.nextInt(6))
                .toList();
    }

    private static LineItem line(long minor, Currency currency) {
        return LineItem.plan(Priced.plan("Pro", new Money(minor, currency)), DAYS);
    }

    /** In whole numbers, away from zero where it is in the middle, which is what the program does another way. */
    private static long halfUp(long net, int basisPoints, long smallest) {
        var twice = BigInteger.valueOf(Math.abs(net)).multiply(BigInteger.valueOf(2L * basisPoints));
        long up = twice.add(BigInteger.valueOf(10_000 * smallest))
                        .divide(BigInteger.valueOf(20_000 * smallest))
                        .longValueExact()
                * smallest;
        return net < 0 ? -up : up;
    }
}
