package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A dearer plan within a month that is paid at once, where the catalogue says so. */
@TenantsTest
class PaidAtOnceTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> PLANS = List.of("starter", "pro", "enterprise");

    PaidAtOnceTest() {
        super(BERLIN);
    }

    @Override
    Catalogues sold() {
        return CatalogueOf.shipped("hosting-2.yaml", text -> text.replace("proration: next_invoice", "proration: now"));
    }

    @Test
    void the_difference_for_the_days_that_are_left_is_invoiced_today_and_the_month_without_it() {
        subscribe("starter");
        goTo(day(3, 11));

        var quote = quote("pro", Term.MONTH);

        assertThat(quote.dueToday()).isEqualTo(dollars(3_387));
        assertThat(quote.after().estimate().total()).isEqualTo(dollars(2_900));
        assertThat(quote.difference()).isEmpty();
        assertThat(quote.renewsOn()).isEqualTo(day(4, 1));
        assertThat(quote.price()).isEqualTo(dollars(7_900));
        assertThat(quote.later().total()).isEqualTo(dollars(7_900));
        change(quote);
        close();

        assertThat(written()).hasSize(1);
        var today = written().getFirst();
        assertThat(today.total()).isEqualTo(dollars(3_387));
        assertThat(today.status()).isEqualTo(Invoice.Status.OPEN);
        assertThat(today.period()).isEqualTo(new Period(day(3, 11), day(4, 1), BERLIN));
        assertThat(lines(today))
                .extracting(LineItem::kind, LineItem::label, LineItem::formula)
                .containsExactly(
                        tuple(Kind.CHANGE, "Pro instead of Starter", "$50.00 a month × 21 of 31 days = $33.87"));
        assertThat(lines(today))
                .isEqualTo(quote.prepaid() == null ? List.of() : quote.prepaid().lines());
        assertThat(bought().plan().slug()).isEqualTo("pro");
        assertThat(overview().estimate().total()).isEqualTo(dollars(2_900));
        assertThat(recurring()).isEqualTo(dollars(7_900));

        closeUntil(5, 2);
        assertThat(totals()).containsExactly(dollars(3_387), dollars(2_900), dollars(7_900));
    }

    @Test
    void two_dearer_plans_on_a_day_and_one_later_are_paid_each_on_its_own() {
        subscribe("starter");
        change(quote("pro", Term.MONTH));
        clock.move(Duration.ofMinutes(1));
        var second = quote("enterprise", Term.MONTH);
        assertThat(second.dueToday()).isEqualTo(dollars(17_000));
        change(second);
        close();
        assertThat(totals()).containsExactly(dollars(5_000), dollars(17_000));
        change(quote("starter", Term.MONTH));
        goTo(day(4, 1));
        change(quote("pro", Term.MONTH));
        goTo(day(4, 30));
        var last = quote("enterprise", Term.MONTH);
        assertThat(last.dueToday()).isEqualTo(dollars(17_000).part(1, 30));
        change(last);
        closeUntil(5, 2);

        assertThat(totals())
                .containsExactlyInAnyOrder(
                        dollars(5_000),
                        dollars(17_000),
                        dollars(2_900),
                        dollars(5_000),
                        last.dueToday(),
                        dollars(2_900));
    }

    @Test
    void a_year_waits_for_the_end_of_a_month_of_which_something_is_paid() {
        subscribe("starter");
        goTo(day(3, 5));
        assertThat(quote("pro", Term.YEAR).isNow()).isTrue();
        change(quote("pro", Term.MONTH));
        close();

        var quote = quote("pro", Term.YEAR);

        assertThat(quote.isNow()).isFalse();
        assertThat(quote.renewsOn()).isEqualTo(day(4, 1));
        assertThat(quote.dueToday()).isEqualTo(dollars(0));
        change(quote);
        goTo(day(4, 2));
        close();
        assertThat(totals()).containsExactlyInAnyOrder(dollars(5_000).part(27, 31), dollars(2_900), dollars(79_000));
        assertThat(bought().renewsOn(clock.instant())).isEqualTo(day(4, 1).plusYears(1));
    }

    @Test
    void who_ends_with_the_month_has_paid_for_what_was_had_of_it() {
        subscribe("starter");
        goTo(day(3, 20));
        change(quote("pro", Term.MONTH));
        asDone(changes.end(""));
        closeUntil(6, 2);
        assertThat(totals()).containsExactly(dollars(5_000).part(12, 31), dollars(2_900));
    }

    @Test
    void it_has_the_discount_of_its_month() {
        subscribe("starter");
        give("20", "20", 1);
        goTo(day(3, 11));
        var quote = quote("pro", Term.MONTH);
        assertThat(quote.dueToday()).isEqualTo(dollars(3_387 - 677));
        change(quote);
        close();
        assertThat(lines(written().getFirst())).extracting(LineItem::kind).containsExactly(Kind.CHANGE, Kind.DISCOUNT);
        closeUntil(5, 2);
        assertThat(totals()).containsExactly(quote.dueToday(), dollars(2_900 - 580), dollars(7_900));
    }

    @Test
    void a_discount_that_is_given_after_it_is_for_the_next_month() {
        subscribe("starter");
        change(quote("enterprise", Term.MONTH));
        give("10", "10", 1);
        assertThat(overview().estimate().total()).isEqualTo(dollars(2_900));
        closeUntil(6, 2);
        assertThat(totals())
                .containsExactlyInAnyOrder(dollars(22_000), dollars(2_900), dollars(24_900 - 2_490), dollars(24_900));
    }

    @Test
    void a_quote_says_the_tax_that_is_billed_on_it() {
        subscribe("starter");
        goTo(day(3, 11));
        var rule = new TaxRule(TaxRule.Category.STANDARD, new BigDecimal("19"), "");

        var quote = quote("pro", Term.MONTH).taxed(Optional.of(rule));

        assertThat(quote.dueToday()).isEqualTo(dollars(3_387 + 644));
        assertThat(quote.after().estimate().total()).isEqualTo(dollars(2_900 + 551));
    }

    @Test
    void law_it_is_billed_once_however_many_agree_and_bill_at_once() {
        subscribe("starter");
        goTo(day(3, 11));
        var quote = quote("pro", Term.MONTH);
        var agreed = as(Flux.range(0, 6)
                .flatMap(n -> changes.change(quote).thenReturn(1).onErrorResume(e -> Mono.just(0)), 6)
                .reduce(Integer::sum));
        assertThat(agreed).isEqualTo(1);
        alone(
                List.of(customer),
                Flux.range(0, 6).flatMap(n -> round(clock.instant()), 6).then());
        assertThat(totals()).containsExactly(dollars(3_387));
        assertThatThrownBy(() -> change(quote)).hasMessageContaining("billing.same-plan");
    }

    /** Discounts, years and months, changed on any days: what was told for today is billed today, and the draft is the bill. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void law_what_was_told_is_billed_to_the_cent(long seed) {
        var random = new Random(seed);
        subscribe(PLANS.get(random.nextInt(2)));
        for (int choices = 0; choices < 14; choices++) {
            var plan = PLANS.get(random.nextInt(3));
            var term = random.nextInt(6) == 0 ? Term.YEAR : Term.MONTH;
            var had = bought();
            if (!had.sold().slug().equals(plan) || had.term() != term) {
                var before = totals();
                var quote = quote(plan, term);
                change(quote);
                close();
                if (quote.isNow() && quote.invoicedOn().isAfter(today())) {
                    assertThat(overview().estimate()).isEqualTo(quote.after().estimate());
                }
                var added = new ArrayList<>(totals());
                before.forEach(added::remove);
                assertThat(added).isEqualTo(quote.dueToday().minor() == 0 ? List.of() : List.of(quote.dueToday()));
            }
            var draft = overview();
            var end = draft.period().until();
            if (random.nextBoolean()) {
                goTo(end.minusDays(1));
                close();
                assertThat(overview().estimate()).isEqualTo(draft.estimate());
                goTo(end);
                close();
                assertThat(written())
                        .filteredOn(one -> one.period().equals(draft.period()))
                        .extracting(Invoice::total)
                        .contains(draft.estimate().total());
            } else {
                goTo(today().plusDays(1 + random.nextInt(12)));
                close();
            }
        }
    }

    private void subscribe(String plan) {
        as(subscriptions.subscribe(new Order("hosting", plan, BERLIN)));
    }

    private Quote quote(String plan, Term term) {
        return as(changes.quote(plan, term));
    }

    private void change(Quote quote) {
        asDone(changes.change(quote));
    }

    /** Of all that was written, the oldest first. */
    private List<Money> totals() {
        return written().stream().map(Invoice::total).toList().reversed();
    }
}
