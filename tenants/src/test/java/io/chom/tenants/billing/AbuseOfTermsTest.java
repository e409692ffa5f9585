package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Years, months and ends by which somebody would like to pay for fewer days than he had. */
@TenantsTest
class AbuseOfTermsTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    AbuseOfTermsTest() {
        super(BERLIN);
    }

    @Test
    void a_month_in_the_place_of_a_year_on_its_first_day_gives_nothing_back() {
        subscribe("pro", Term.YEAR);
        close();
        change("pro", Term.MONTH);
        closeUntil(6, 2);
        assertThat(charged()).containsExactly(dollars(79_000));
        assertThat(bought().term()).isEqualTo(Term.YEAR);
    }

    @Test
    void month_to_year_and_back_and_to_the_year_again_on_one_day_is_one_year() {
        subscribe("starter", Term.MONTH);
        goTo(day(3, 11));
        change("starter", Term.YEAR);
        change("starter", Term.MONTH);
        asDone(changes.withdraw());
        change("pro", Term.MONTH);
        asDone(changes.withdraw());
        closeUntil(5, 2);
        assertThat(charged())
                .containsExactlyInAnyOrder(dollars(29_000), dollars(2_900).part(10, 31));
    }

    @Test
    void the_dearer_year_on_the_first_day_of_the_cheaper_one_costs_all_of_it_though_changes_cost_nothing_else() {
        sellFrom(CatalogueOf.shipped(
                "hosting-2.yaml", text -> text.replace("proration: next_invoice", "proration: none")));
        subscribe("starter", Term.YEAR);
        change("enterprise", Term.YEAR);
        close();
        assertThat(paid()).isEqualTo(dollars(249_000));
    }

    @Test
    void a_dearer_year_that_is_given_up_on_the_same_day_is_paid_for_its_rest() {
        subscribe("starter", Term.YEAR);
        close();
        goTo(day(3, 1).plusDays(100));
        int days = new Period(day(3, 1), day(3, 1).plusYears(1), BERLIN).days();
        change("enterprise", Term.YEAR);
        change("starter", Term.YEAR);
        asDone(changes.end("a mistake"));
        goTo(day(4, 2).plusYears(1));
        close();
        assertThat(paid()).isEqualTo(dollars(29_000).plus(dollars(220_000).part(days - 100, days)));
    }

    @Test
    void a_year_bought_in_the_last_second_of_a_month_leaves_the_month_whole() {
        subscribe("enterprise", Term.MONTH);
        goTo(day(3, 31));
        clock.move(Duration.ofHours(12).minusSeconds(1));
        change("starter", Term.YEAR);
        closeUntil(5, 2);
        assertThat(charged())
                .containsExactlyInAnyOrder(dollars(29_000), dollars(24_900).part(30, 31));
        assertThat(bought().renewsOn(clock.instant())).isEqualTo(day(3, 31).plusYears(1));
    }

    @Test
    void a_cheap_year_chosen_after_a_dear_month_was_had_does_not_begin_before_the_month_is_paid() {
        subscribe("starter", Term.MONTH);
        goTo(day(3, 30));
        change("enterprise", Term.MONTH);
        change("starter", Term.YEAR);
        closeUntil(5, 2);
        assertThat(charged()).contains(dollars(29_000));
        // Until the year begins on the 30th, 29 days of Starter; Enterprise was had on no whole day.
        assertThat(paid()).isEqualTo(dollars(29_000).plus(dollars(2_900).part(29, 31)));
    }

    @Test
    void whoever_ends_and_goes_on_every_week_pays_as_if_he_had_not() {
        subscribe("pro", Term.MONTH);
        for (int week = 0; week < 9; week++) {
            asDone(changes.end("again"));
            clock.move(Duration.ofHours(1));
            asDone(changes.goOn());
            close();
            clock.move(Duration.ofDays(7));
        }
        closeUntil(5, 2);
        assertThat(charged()).containsExactly(dollars(7_900), dollars(7_900));
    }

    @Test
    void whoever_ends_comes_back_on_the_same_day_with_nothing_new() {
        subscribe("enterprise", Term.MONTH);
        goTo(day(3, 20));
        asDone(changes.end(""));
        for (var plan : List.of("starter", "enterprise")) {
            assertThat(Attempt.of(customer, () -> subscriptions.subscribe(new Order("hosting", plan, BERLIN))))
                    .isEqualTo("billing.already-subscribed");
        }
        closeUntil(4, 2);
        assertThat(charged()).containsExactly(dollars(24_900));
    }

    @Test
    void whoever_ends_in_the_last_second_is_billed_and_whoever_comes_back_in_the_first_begins_a_whole_month() {
        subscribe("pro", Term.MONTH);
        goTo(day(3, 31));
        clock.move(Duration.ofHours(12).minusSeconds(1));
        asDone(changes.end(""));
        clock.move(Duration.ofSeconds(2));
        subscribe("pro", Term.MONTH);
        closeUntil(5, 2);
        assertThat(charged()).containsExactly(dollars(7_900), dollars(7_900));
    }

    @Test
    void an_end_does_not_take_back_what_the_dearer_plan_cost_before_it() {
        subscribe("starter", Term.MONTH);
        goTo(day(3, 11));
        change("enterprise", Term.MONTH);
        asDone(changes.end(""));
        closeUntil(6, 2);
        assertThat(paid()).isEqualTo(dollars(2_900).plus(dollars(22_000).part(21, 31)));
        assertThat(charged()).hasSize(1);
    }

    @Test
    void a_year_that_was_ended_is_not_bought_anew_at_a_month_while_it_runs() {
        subscribe("pro", Term.YEAR);
        close();
        asDone(changes.end(""));
        assertThat(Attempt.of(customer, () -> changes.quote("starter", Term.MONTH)))
                .isEqualTo("billing.ends");
        assertThat(Attempt.of(customer, () -> subscriptions.subscribe(new Order("hosting", "starter", BERLIN))))
                .isEqualTo("billing.already-subscribed");
    }

    @Test
    void what_has_ended_does_not_go_on() {
        subscribe("pro", Term.MONTH);
        asDone(changes.end(""));
        goTo(day(4, 1));
        assertThat(Attempt.of(customer, changes::goOn)).isEqualTo("not-found");
        assertThat(Attempt.of(customer, () -> changes.quote("enterprise", Term.MONTH)))
                .isEqualTo("not-found");
        assertThat(as(subscriptions.current().hasElement())).isFalse();
    }

    @Test
    void of_eight_who_buy_at_once_one_has_it_and_pays() {
        assertThat(Attempt.together(
                        customer, 8, n -> subscriptions.subscribe(new Order("hosting", "pro", Term.YEAR, BERLIN))))
                .isEqualTo(1);
        close();
        assertThat(charged()).containsExactly(dollars(79_000));
    }

    @Test
    void what_is_not_sold_by_the_year_is_neither_bought_nor_moved_to() {
        assertThat(Attempt.of(customer, () -> subscriptions.subscribe(new Order("freight", "pro", Term.YEAR, BERLIN))))
                .isEqualTo("billing.not-by-the-year");
        as(subscriptions.subscribe(new Order("freight", "pro", BERLIN)));
        assertThat(Attempt.of(customer, () -> changes.quote("enterprise", Term.YEAR)))
                .isEqualTo("billing.not-by-the-year");
    }

    @Test
    void what_another_catalogue_sells_cheaper_is_not_moved_to() {
        as(subscriptions.subscribe(new Order("freight", "enterprise", BERLIN)));
        assertThat(Attempt.of(customer, () -> changes.quote("managed", Term.MONTH)))
                .isEqualTo("billing.unknown-plan");
        assertThat(Attempt.of(customer, () -> subscriptions.subscribe(new Order("freight", "nothing", BERLIN))))
                .isEqualTo("billing.unknown-plan");
    }

    private void subscribe(String plan, Term term) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, BERLIN)));
    }

    private void change(String plan, Term term) {
        asDone(changes.change(as(changes.quote(plan, term))));
    }

    private Money paid() {
        return charged().stream().reduce(dollars(0), Money::plus);
    }

    /** What was ever invoiced and is not nothing, the newest first. */
    private List<Money> charged() {
        return written().stream()
                .map(Invoice::total)
                .filter(one -> one.minor() != 0)
                .toList();
    }
}
