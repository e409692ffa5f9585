package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.Subscription.Status;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trials that somebody would like to have longer, or again. Pro and Enterprise are tried for 14 days, Starter is not. */
@TenantsTest
class AbuseOfTrialsTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UnaryOperator<String> TRIED =
            text -> text.replace("    price: \"79.00\"\n", "    price: \"79.00\"\n    trial_days: 14\n")
                    .replace("    price: \"249.00\"\n", "    price: \"249.00\"\n    trial_days: 14\n");

    AbuseOfTrialsTest() {
        super(BERLIN);
    }

    @Override
    Catalogues sold() {
        return CatalogueOf.shipped("hosting-2.yaml", TRIED);
    }

    /** After a trial that was given up, however it is asked for. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the same plan on the day after      | pro        | MONTH |  15 |  7900
            another plan of the same catalogue  | enterprise | MONTH |  15 | 24900
            the same plan, paid by the year     | pro        | YEAR  |  15 | 79000
            the dearer plan, paid by the year   | enterprise | YEAR  |  15 | 249000
            the same plan three years later     | pro        | MONTH | 1100 |  7900
            """)
    void nobody_tries_twice(String what, String plan, Term term, int after, long cents) {
        subscribe("pro", Term.MONTH);
        asDone(changes.end(""));
        clock.move(Duration.ofDays(after));
        subscribe(plan, term);
        assertThat(bought().subscription().trialUntil()).as(what).isNull();
        clock.move(Duration.ofDays(32));
        close();
        assertThat(paid()).isEqualTo(dollars(cents));
    }

    @Test
    void a_later_version_of_the_catalogue_is_not_tried_by_who_had_the_earlier() {
        subscribe("pro", Term.MONTH);
        asDone(changes.end(""));
        clock.move(Duration.ofDays(15));
        sellFrom(CatalogueOf.shipped("hosting-2.yaml", TRIED, text -> text.replace("version: 2", "version: 3")));
        subscribe("pro", Term.MONTH);
        assertThat(bought().sold().version()).isEqualTo(3);
        assertThat(bought().subscription().trialUntil()).isNull();
        // No other test can read that version.
        As.one(
                transactions,
                customer,
                database.sql("update billing.subscription set status = 'cancelled' where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .then());
    }

    @Test
    void whoever_had_a_plan_without_a_trial_is_not_new() {
        subscribe("starter", Term.MONTH);
        asDone(changes.change(as(changes.quote("pro", Term.MONTH))));
        assertThat(bought().subscription().status(clock.instant())).isEqualTo(Status.ACTIVE);
        asDone(changes.end(""));
        goTo(day(4, 2));
        subscribe("enterprise", Term.MONTH);
        assertThat(bought().subscription().trialUntil()).isNull();
    }

    @Test
    void another_plan_in_the_trial_does_not_begin_a_new_one() {
        subscribe("pro", Term.MONTH);
        for (var plan : List.of("enterprise", "pro", "enterprise")) {
            clock.move(Duration.ofDays(4));
            change(plan, Term.MONTH);
        }
        assertThat(bought().subscription().trialUntil()).isEqualTo(day(3, 15));
        closeUntil(4, 16);
        assertThat(paid()).isEqualTo(dollars(24_900));
    }

    @Test
    void the_dearest_plan_in_the_last_second_of_a_trial_is_paid_from_the_next_on() {
        subscribe("pro", Term.MONTH);
        goTo(day(3, 14));
        clock.move(Duration.ofHours(12).minusSeconds(1));
        change("enterprise", Term.MONTH);
        clock.move(Duration.ofSeconds(2));
        assertThat(bought().plan().price()).isEqualTo(dollars(24_900));
        change("starter", Term.MONTH);
        closeUntil(4, 16);
        assertThat(paid()).as("the cheaper one waits for the next month").isEqualTo(dollars(24_900));
    }

    @Test
    void a_year_chosen_in_a_trial_is_paid_when_it_is_over_and_not_made_a_month_again() {
        subscribe("pro", Term.MONTH);
        change("pro", Term.YEAR);
        goTo(day(3, 15));
        close();
        change("pro", Term.MONTH);
        closeUntil(6, 2);
        assertThat(paid()).isEqualTo(dollars(79_000));
        assertThat(bought().renewsOn(clock.instant())).isEqualTo(day(3, 15).plusYears(1));
    }

    @Test
    void a_year_that_is_given_up_in_its_trial_owes_nothing_and_gives_nothing_after_it() {
        subscribe("pro", Term.YEAR);
        asDone(changes.end(""));
        goTo(day(3, 15));
        assertThat(as(subscriptions.current().hasElement())).isFalse();
        goTo(day(5, 2));
        close();
        assertThat(paid()).isEqualTo(dollars(0));
    }

    @Test
    void ended_and_let_go_on_again_a_trial_ends_on_its_day() {
        subscribe("pro", Term.MONTH);
        for (int day = 0; day < 13; day++) {
            asDone(changes.end(""));
            clock.move(Duration.ofDays(1));
            asDone(changes.goOn());
        }
        closeUntil(4, 16);
        assertThat(paid()).isEqualTo(dollars(7_900));
    }

    @Test
    void while_one_is_tried_no_other_catalogue_is() {
        subscribe("pro", Term.MONTH);
        for (var other : List.of(new Order("freight", "starter", BERLIN), new Order("hosting", "enterprise", BERLIN))) {
            assertThat(Attempt.of(customer, () -> subscriptions.subscribe(other)))
                    .isEqualTo("billing.already-subscribed");
        }
    }

    @Test
    void of_eight_trials_begun_at_once_one_is_had_and_no_other_after_it() {
        var plans = List.of("pro", "enterprise");
        assertThat(Attempt.together(
                        customer, 8, n -> subscriptions.subscribe(new Order("hosting", plans.get(n % 2), BERLIN))))
                .isEqualTo(1);
        asDone(changes.end(""));
        goTo(day(3, 16));
        subscribe("pro", Term.MONTH);
        assertThat(bought().subscription().trialUntil()).isNull();
    }

    @Test
    void what_began_in_the_past_is_not_tried_and_nothing_begins_in_the_future() {
        assertThatThrownBy(() -> as(subscriptions.subscribe(
                        new Order("hosting", "pro", BERLIN), clock.instant().plus(Duration.ofDays(300)))))
                .isInstanceOf(IllegalArgumentException.class);
        as(subscriptions.subscribe(new Order("hosting", "pro", BERLIN), noon(day(2, 20))));
        assertThat(bought().subscription().trialUntil()).isNull();
    }

    @Test
    void what_would_be_billed_beyond_an_allowance_stops_in_a_trial() {
        subscribe("enterprise", Term.MONTH);
        assertThat(bought().plan().allowances()).isNotEmpty().allMatch(one -> one.enforcement() == Enforcement.HARD);
        clock.move(Duration.ofDays(14));
        assertThat(bought().plan()).isEqualTo(bought().sold());
    }

    @Test
    void a_discount_given_in_a_trial_is_used_up_by_the_month_that_is_paid() {
        subscribe("pro", Term.MONTH);
        give("20", "20", 1);
        closeUntil(5, 16);
        assertThat(paid()).isEqualTo(dollars(7_900 - 1_580 + 7_900));
    }

    private void subscribe(String plan, Term term) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, BERLIN)));
    }

    private void change(String plan, Term term) {
        asDone(changes.change(as(changes.quote(plan, term))));
    }

    private Money paid() {
        return written().stream().map(Invoice::total).reduce(dollars(0), Money::plus);
    }
}
