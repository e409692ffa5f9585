package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody would like to pay in a currency in which it is cheaper, or not at all. */
@TenantsTest
class AbuseOfCurrenciesTest extends TravelGround {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    AbuseOfCurrenciesTest() {
        super(TOKYO);
    }

    @BeforeEach
    void sell() {
        sellFrom(Several.SOLD);
    }

    /** No other test can read the catalogue of this one. */
    @AfterEach
    void forget() {
        As.one(
                transactions,
                customer,
                database.sql("update billing.subscription set status = 'cancelled' where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .then());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a currency in which nothing is sold         | several | CHF
            one that is worth nearly nothing            | several | IRR
            one that is none                            | several | XXX
            ounces of gold                              | several | XAU
            euros, of what is sold in dollars only      | hosting | EUR
            yen, of what is sold in dollars only        | freight | JPY
            """)
    void nobody_buys_in(String what, String catalogue, Currency currency) {
        assertThat(Attempt.of(
                        customer,
                        () -> subscriptions.subscribe(new Order(catalogue, "pro", Term.MONTH, TOKYO, 0, currency))))
                .as(what)
                .isEqualTo("billing.unknown-currency");
        assertThat(as(subscriptions.current().hasElement())).isFalse();
    }

    @ParameterizedTest(name = "{0} runs, {1} is wanted")
    @CsvSource({"USD, EUR", "USD, JPY", "EUR, USD", "JPY, KWD", "KWD, USD"})
    void what_runs_stays_in_its_currency(Currency had, Currency wanted) {
        buy("pro", Term.MONTH, had);
        assertThat(Attempt.of(
                        customer,
                        () -> subscriptions.subscribe(new Order("several", "starter", Term.MONTH, TOKYO, 0, wanted))))
                .isEqualTo("billing.other-currency");
        asDone(changes.end(""));
        assertThat(Attempt.of(
                        customer,
                        () -> subscriptions.subscribe(new Order("several", "starter", Term.MONTH, TOKYO, 0, wanted))))
                .as("while it runs to its end")
                .isEqualTo("billing.other-currency");
        assertThat(Attempt.of(customer, () -> changes.change(forged(wanted))))
                .isIn("billing.ends", "billing.quote-outdated");
        closeUntil(4, 2);
        assertThat(written()).extracting(one -> one.total().currency()).containsOnly(had);
    }

    /** A quote as it is told in one currency, for the plan at its price in another. */
    private Quote forged(Currency wanted) {
        asDone(changes.goOn());
        var told = as(changes.quote("enterprise", Term.MONTH));
        var plan = catalogues.plan("several", "enterprise", wanted).orElseThrow();
        return new Quote(
                new PlanStep(told.change().from(), plan, told.change().proration(), Term.MONTH),
                told.before(),
                told.after(),
                told.later(),
                null,
                told.off());
    }

    /** From the 11th on, 21 of 31 days, rounded half up to what can be paid: of a dinar to hundredths. */
    @ParameterizedTest
    @CsvSource({"USD, 29.00, 249.00, 2", "EUR, 26.99, 231.57, 2", "JPY, 4333, 37151, 0", "KWD, 8.910, 76.510, 2"})
    void a_share_of_a_month_is_rounded_once_and_never_to_nothing(
            Currency currency, BigDecimal cheap, BigDecimal dear, int digits) {
        buy("starter", Term.MONTH, currency);
        goTo(day(3, 11));
        asDone(changes.change(as(changes.quote("enterprise", Term.MONTH))));
        closeUntil(4, 2);
        var share = dear.subtract(cheap)
                .multiply(new BigDecimal(21))
                .divide(new BigDecimal(31), digits, RoundingMode.HALF_UP);
        assertThat(written())
                .singleElement()
                .satisfies(one -> assertThat(one.total().major()).isEqualByComparingTo(cheap.add(share)));
    }

    /** Half a minor unit is rounded once, in what is taken off, and never taken twice. */
    @ParameterizedTest
    @CsvSource({
        "USD, 29.00, 12.5, 3.63, 2",
        "JPY, 4333, 12.5, 542, 0",
        "KWD, 8.910, 24.99, 2.23, 2",
        "EUR, 26.99, 0.01, 0, 2"
    })
    void a_discount_takes_off_its_percent_and_no_more(
            Currency currency, BigDecimal price, String percent, BigDecimal off, int digits) {
        assertThat(price.multiply(new BigDecimal(percent)).movePointLeft(2).setScale(digits, RoundingMode.HALF_UP))
                .isEqualByComparingTo(off);
        buy("starter", Term.MONTH, currency);
        give(percent, percent, 2);
        closeUntil(6, 2);
        assertThat(written().stream().map(one -> one.total().major()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(price.multiply(new BigDecimal(3)).subtract(off.multiply(BigDecimal.TWO)));
    }

    @Test
    void of_two_currencies_wanted_at_once_one_is_had() {
        var all = List.of(Several.USD, Several.EUR, Several.JPY, Several.KWD);
        assertThat(Attempt.together(
                        customer,
                        8,
                        n -> subscriptions.subscribe(new Order("several", "pro", Term.YEAR, TOKYO, 0, all.get(n % 4)))))
                .isEqualTo(1);
        close();
        assertThat(written()).hasSize(1);
    }

    @Test
    void whoever_ends_and_says_nothing_buys_in_the_currency_of_before() {
        buy("pro", Term.MONTH, Several.KWD);
        asDone(changes.end(""));
        closeUntil(4, 2);
        goTo(day(4, 2));
        buy("starter", Term.MONTH, null);
        assertThat(bought().plan().price()).isEqualTo(Money.of("8.910", Several.KWD));
    }

    @Test
    void a_plan_that_is_sold_in_fewer_currencies_later_is_not_had_in_dollars_at_the_number_of_yen() {
        buy("pro", Term.MONTH, Several.JPY);
        sellFrom(Several.LATER);
        assertThat(Attempt.of(customer, () -> changes.quote("enterprise", Term.MONTH)))
                .isEqualTo("billing.other-currency");
    }

    @Test
    void seats_cost_their_price_in_the_currency_that_is_had() {
        buy("pro", Term.MONTH, Several.JPY);
        asDone(changes.change(as(changes.quoteSeats(5))));
        closeUntil(4, 2);
        assertThat(written().getFirst().total()).isEqualTo(new Money(11_801 + 3 * 1_051, Several.JPY));
    }

    private void buy(String plan, Term term, @Nullable Currency currency) {
        as(subscriptions.subscribe(new Order("several", plan, term, TOKYO, 0, currency)));
    }
}
