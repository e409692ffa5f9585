package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Off;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.TenantsTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Discounts as they are stored, drafted, quoted and billed: the same everywhere. */
@TenantsTest
class DiscountsBilledTest extends TravelGround {

    DiscountsBilledTest() {
        super(ZoneId.of("America/New_York"));
    }

    @Test
    void two_months_are_billed_as_they_were_drafted_and_then_it_ends_by_itself() {
        subscribe(Term.MONTH);
        give("15", "25", 2);
        var draft = overview().estimate();
        assertThat(draft.total()).isEqualTo(dollars(6_715));
        assertThat(recurring()).isEqualTo(dollars(6_715));

        closeUntil(4, 5);
        goTo(day(4, 5));
        assertThat(written()).extracting(Invoice::total).containsExactly(dollars(6_715));
        var billed = lines(written().getFirst());
        assertThat(billed).extracting(LineItem::kind).containsExactly(Kind.PLAN, Kind.DISCOUNT);
        var line = billed.getLast();
        assertThat(line.formula()).isEqualTo("15 % off $79.00 = −$11.85");
        assertThat((Off) line.figures()).isNotNull().satisfies(off -> {
            assertThat(off.percent()).isEqualByComparingTo("15");
            assertThat(off.of()).isEqualTo(dollars(7_900));
        });
        closeUntil(6, 5);
        assertThat(written())
                .extracting(Invoice::total)
                .containsExactly(dollars(7_900), dollars(6_715), dollars(6_715));
        goTo(day(6, 5));
        assertThat(recurring()).isEqualTo(dollars(7_900));
        assertThat(Reductions.current(bought(), clock.instant())).isEmpty();
    }

    @Test
    void a_dearer_plan_is_quoted_with_it_and_billed_as_quoted() {
        subscribe("starter", Term.MONTH);
        give("20", "20", null);
        goTo(day(3, 11));
        var quote = as(changes.quote("pro", Term.MONTH));
        assertThat(quote.price()).isEqualTo(dollars(6_320));
        assertThat(quote.later().total()).isEqualTo(dollars(6_320));
        Money told = quote.after().estimate().total();
        assertThat(told).isLessThan(sum(quote.after(), Kind.PLAN, Kind.CHANGE));
        asDone(changes.change(quote));
        closeUntil(4, 5);
        assertThat(written()).extracting(Invoice::total).containsExactly(told);
        assertThat(lines(written().getFirst()))
                .extracting(LineItem::kind)
                .containsExactly(Kind.PLAN, Kind.CHANGE, Kind.DISCOUNT);
    }

    @Test
    void a_year_bought_meanwhile_is_paid_in_advance_with_it_as_was_quoted() {
        subscribe(Term.MONTH);
        give("20", "25", null);
        goTo(day(3, 11));
        var quote = as(changes.quote("pro", Term.YEAR));
        assertThat(quote.dueToday()).isEqualTo(dollars(59_250));
        asDone(changes.change(quote));
        close();
        assertThat(written().stream().filter(one -> one.period().days() > 31))
                .extracting(Invoice::total)
                .containsExactly(dollars(59_250));
        assertThat(overview().estimate().lines()).extracting(LineItem::kind).containsExactly(Kind.PREPAID);
        assertThat(recurring()).isEqualTo(dollars(4_938));
    }

    @Test
    void a_quote_from_before_it_was_given_is_not_agreed_to() {
        subscribe("starter", Term.MONTH);
        var quote = as(changes.quote("pro", Term.MONTH));
        give("20", "20", null);
        assertThatThrownBy(() -> asDone(changes.change(quote))).hasMessageContaining("billing.quote-outdated");
    }

    @Test
    void what_if_and_the_forecast_reckon_with_it() {
        subscribe(Term.MONTH);
        give("10", "10", null);
        var overview = overview();
        assertThat(overview.off()).isEqualByComparingTo("10");
        var had = WhatIf.over(overview.plan(), Term.MONTH, overview.off(), Map.of(), catalogues).stream()
                .filter(WhatIf::isHad)
                .findFirst()
                .orElseThrow();
        assertThat(had.total()).isEqualTo(overview.estimate().total()).isEqualTo(dollars(7_110));
    }

    private static Money sum(UsageOverview overview, Kind... kinds) {
        return overview.estimate().lines().stream()
                .filter(line -> List.of(kinds).contains(line.kind()))
                .map(LineItem::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    private void subscribe(Term term) {
        subscribe("pro", term);
    }

    private void subscribe(String plan, Term term) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, zone), clock.instant()));
    }
}
