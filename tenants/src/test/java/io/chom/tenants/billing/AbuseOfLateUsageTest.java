package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.UnitPrice;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import org.junit.jupiter.api.Test;

/** Usage that somebody reports after its invoice, or takes back then, so that nobody bills it. */
@TenantsTest
class AbuseOfLateUsageTest extends LateUsageGround {

    @Test
    void reported_after_the_invoice_it_is_on_the_next() {
        subscribe(customer, "starter");
        billOn(4, 2);
        use(customer, day(3, 20), "300");
        billOn(5, 2);
        assertThat(paid()).isEqualTo(dollars(2 * 2_900 + 200 * 5));
    }

    @Test
    void reported_under_a_plan_that_includes_it_it_costs_what_it_did_under_its_own() {
        subscribe(customer, "starter");
        goTo(day(3, 31));
        billOn(4, 2);
        change("enterprise");
        use(customer, day(3, 20), "300");
        billOn(5, 2);
        assertThat(paid())
                .isEqualTo(dollars(2_900 + 200 * 5 + 2_900).plus(dollars(22_000).part(29, 30)));
    }

    @Test
    void reported_in_crumbs_over_two_months_it_costs_what_it_does_at_once() {
        subscribe(customer, "starter");
        use(customer, day(3, 20), "100");
        billOn(4, 2);
        for (int crumb = 0; crumb < 9; crumb++) {
            use(customer, day(3, 20), "0.09");
        }
        billOn(5, 2);
        for (int crumb = 0; crumb < 9; crumb++) {
            use(customer, day(3, 20), "0.09");
        }
        billOn(6, 2);
        // 1.62 GB at $0.05 are 8.1 cents.
        assertThat(paid()).isEqualTo(dollars(3 * 2_900 + 8));
    }

    @Test
    void taken_back_after_the_invoice_it_gives_back_what_it_cost_and_once() {
        subscribe(customer, "starter");
        use(customer, day(3, 20), "300");
        billOn(4, 2);
        assertThat(paid()).isEqualTo(dollars(2_900 + 200 * 5));
        use(customer, day(3, 20), "-300");
        billOn(5, 2);
        billOn(6, 2);
        assertThat(paid()).isEqualTo(dollars(3 * 2_900));
    }

    @Test
    void taken_back_and_reported_again_and_again_it_costs_what_it_is_in_the_end() {
        subscribe(customer, "starter");
        use(customer, day(3, 20), "300");
        billOn(4, 2);
        use(customer, day(3, 20), "-300");
        use(customer, day(3, 20), "200");
        billOn(5, 2);
        assertThat(paid()).isEqualTo(dollars(2 * 2_900 + 100 * 5));
    }

    @Test
    void reported_after_the_last_invoice_of_a_plan_that_has_ended_it_is_billed_all_the_same() {
        subscribe(customer, "starter");
        asDone(changes.end(""));
        billOn(4, 2);
        assertThat(paid()).isEqualTo(dollars(2_900));
        use(customer, day(3, 20), "300");
        billOn(5, 10);
        assertThat(paid()).isEqualTo(dollars(2_900 + 200 * 5));
        billOn(7, 10);
        assertThat(paid()).isEqualTo(dollars(2_900 + 200 * 5));
    }

    /** April is of another subscription: what is used in it is not late usage of the first. */
    @Test
    void whoever_comes_back_at_once_pays_what_was_late_and_what_is_new_each_once() {
        subscribe(customer, "starter");
        asDone(changes.end(""));
        billOn(4, 1);
        subscribe(customer, "pro");
        use(customer, day(3, 20), "300");
        use(customer, day(4, 20), "700");
        billOn(4, 2);
        use(customer, day(3, 21), "100");
        billOn(5, 10);
        use(customer, day(4, 21), "100");
        billOn(6, 10);
        billOn(8, 10);
        long march = 2_900 + 300 * 5;
        long april = 7_900 + 300 * 3;
        assertThat(paid()).isEqualTo(dollars(march + april + 3 * 7_900));
    }

    @Test
    void what_is_used_in_a_pause_is_not_billed_as_late_usage_of_it() {
        subscribe(customer, "starter");
        var pause = new Pause(day(4, 1), day(5, 1), null);
        As.one(
                transactions,
                customer,
                new PauseBook(database).add(customer, bought().subscription(), pause, clock.instant()));
        billOn(4, 2);
        use(customer, day(3, 20), "300");
        use(customer, day(4, 20), "900");
        billOn(5, 2);
        billOn(7, 2);
        assertThat(paid()).isEqualTo(dollars(3 * 2_900 + 200 * 5));
    }

    @Test
    void what_no_plan_of_the_customer_counts_costs_nothing_and_includes_nothing() {
        subscribe(customer, "starter");
        use(customer, "quotes", day(3, 20), "1000000");
        billOn(4, 2);
        assertThat(paid()).isEqualTo(dollars(2_900));
    }

    @Test
    void so_much_that_no_number_holds_its_price_keeps_nobody_elses_bill() {
        subscribe(customer, "starter");
        var neighbour = NewCustomers.of(Acme.RESELLER, tenants);
        users.add(neighbour);
        subscribe(neighbour, "starter");
        use(customer, day(3, 20), "1e30");
        goTo(day(4, 2));
        alone(users, round(clock.instant()));
        assertThat(by(neighbour, invoices.list(null, 9)).items())
                .extracting(Invoice::total)
                .containsExactly(dollars(2_900));
        assertThat(paid()).isEqualTo(dollars(2_900 + UnitPrice.MOST));
        assertThat(by(Acme.RESELLER, overviews.ofCustomers())).containsKey(neighbour.tenant());
    }
}
