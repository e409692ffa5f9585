package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.TenantsTest;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats that somebody would like to have for less than they cost. */
@TenantsTest
class AbuseOfSeatsTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    AbuseOfSeatsTest() {
        super(BERLIN);
    }

    /** Pro with two seats and more at $12.00 or $120.00 a year, Enterprise with three, at $20.00 or $200.00, and at most 10. */
    private static Catalogues seated(Proration proration) {
        return CatalogueOf.shipped(
                "hosting-2.yaml",
                text -> text.replace(
                                "proration: next_invoice",
                                "proration: " + proration.name().toLowerCase(Locale.ROOT))
                        .replace(
                                "    yearly: { price: \"790.00\" }\n",
                                "    yearly: { price: \"790.00\" }\n"
                                        + "    seats: { included: 2, price: \"12.00\", yearly: \"120.00\" }\n")
                        .replace(
                                "    yearly: { price: \"2490.00\" }\n",
                                "    yearly: { price: \"2490.00\" }\n"
                                        + "    seats: { included: 3, price: \"20.00\", yearly: \"200.00\", most: 10 }\n"));
    }

    @Override
    Catalogues sold() {
        return seated(Proration.NEXT_INVOICE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            fewer than the plan includes            | pro        |           1 | 0 | billing.seats
            one less than none                      | pro        |          -1 | 0 | billing.seats
            a discount of as many as can be written | pro        | -2147483648 | 0 | billing.seats
            more than anybody is sold               | pro        |       10001 | 0 | billing.seats
            as many as overflow their price         | pro        |  2147483647 | 0 | billing.seats
            one more than the plan is sold for      | enterprise |          11 | 0 | billing.seats
            fewer of the dearer plan, negative      | enterprise |          -3 | 0 | billing.seats
            fewer than people are there             | pro        |           2 | 3 | billing.seats-taken
            those that are included, for more       | pro        |           0 | 3 | billing.seats-taken
            the most there are, for one more        | enterprise |          10 | 11 | billing.seats-taken
            """)
    void nobody_buys(String what, String plan, int count, int people, String code) {
        people(people);
        assertThat(Attempt.of(
                        customer,
                        () -> subscriptions.subscribe(new Order("hosting", plan, Term.MONTH, BERLIN, count, null))))
                .as(what)
                .isEqualTo(code);
        assertThat(as(subscriptions.current().hasElement())).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            fewer than are included                  |           1 | billing.seats
            a negative number, which would give back |          -4 | billing.seats
            the least number there is                | -2147483648 | billing.seats
            more than anybody is sold                |       10001 | billing.seats
            fewer than people have one               |           2 | billing.seats-taken
            as many as before, at another price      |           4 | billing.same-plan
            none, meaning as many as before          |           0 | billing.same-plan
            """)
    void nobody_changes_to(String what, int count, String code) {
        buy("pro", Term.MONTH, 4);
        people(3);
        assertThat(Attempt.of(customer, () -> changes.quoteSeats(count).flatMap(changes::change)))
                .as(what)
                .isEqualTo(code);
        closeUntil(4, 2);
        assertThat(paid()).isEqualTo(dollars(7_900 + 2 * 1_200));
    }

    /** From 3 to 10 on the 11th and back on the 12th: March has 21 days left, and April is for 3 again. */
    @ParameterizedTest
    @CsvSource({
        "NEXT_INVOICE, 5690",
        "NOW, 5690",
        "FULL, 8400",
        // The catalogue gives the rest of the month away, and says so.
        "NONE, 0"
    })
    void seven_more_for_a_month_cost_what_the_catalogue_says_though_they_are_given_back_before_it_ends(
            Proration proration, long more) {
        sellFrom(seated(proration));
        buy("pro", Term.MONTH, 3);
        goTo(day(3, 11));
        seats(10);
        goTo(day(3, 12));
        seats(3);
        assertThat(bought().sold().seatCount()).as("they are paid").isEqualTo(10);
        closeUntil(5, 2);
        assertThat(paid()).isEqualTo(dollars(2 * 9_100 + more));
    }

    @Test
    void up_and_down_and_up_on_one_day_is_paid_for_the_most_of_it() {
        buy("pro", Term.MONTH, 3);
        goTo(day(3, 11));
        seats(10);
        seats(3);
        seats(11);
        seats(4);
        closeUntil(4, 2);
        assertThat(paid()).isEqualTo(dollars(9_100).plus(dollars(8 * 1_200).part(21, 31)));
    }

    @Test
    void nobody_is_invited_to_a_seat_that_is_given_up() {
        buy("pro", Term.MONTH, 8);
        people(3);
        seats(3);
        var seating = new SeatService(stored, catalogues, crew, transactions, clock);
        assertThat(as(seating.most())).isEqualTo(3);
    }

    @Test
    void a_dearer_plan_on_one_day_is_paid_for_its_seats_too() {
        buy("pro", Term.MONTH, 8);
        goTo(day(3, 11));
        change(as(changes.quote("enterprise", Term.MONTH)));
        change(as(changes.quote("pro", Term.MONTH, 2)));
        closeUntil(5, 2);
        long rise = 24_900 + 5 * 2_000 - 7_900 - 6 * 1_200;
        assertThat(paid())
                .isEqualTo(dollars(7_900 + 6 * 1_200)
                        .plus(dollars(rise).part(21, 31))
                        .plus(dollars(7_900)));
    }

    @Test
    void of_fifty_numbers_wanted_at_once_what_is_had_is_paid() {
        buy("pro", Term.MONTH, 2);
        goTo(day(3, 11));
        long done = Attempt.together(
                customer, 50, n -> changes.quoteSeats(3 + n * 7 % 50).flatMap(changes::change));
        int had = bought().sold().seatCount();
        assertThat(done).isPositive();
        assertThat(had).isGreaterThan(2);
        closeUntil(4, 2);
        assertThat(paid())
                .isEqualTo(dollars(7_900).plus(dollars((had - 2) * 1_200L).part(21, 31)));
    }

    @Test
    void one_quote_agreed_to_fifty_times_at_once_gives_and_costs_once() {
        sellFrom(seated(Proration.NOW));
        buy("pro", Term.MONTH, 2);
        goTo(day(3, 11));
        var quote = as(changes.quoteSeats(5));
        assertThat(Attempt.together(customer, 50, n -> changes.change(quote))).isEqualTo(1);
        close();
        assertThat(paid()).isEqualTo(dollars(3 * 1_200).part(21, 31));
        assertThat(bought().sold().seatCount()).isEqualTo(5);
    }

    @Test
    void a_quote_for_five_is_not_agreed_to_for_fifty() {
        buy("pro", Term.MONTH, 2);
        goTo(day(3, 11));
        var told = as(changes.quoteSeats(5));
        var step = told.change();
        var forged = new Quote(
                new PlanStep(step.from(), step.plan().seated(50), step.proration(), step.term()),
                told.before(),
                told.after(),
                told.later(),
                told.prepaid(),
                told.off());
        assertThat(Attempt.of(customer, () -> changes.change(forged))).isEqualTo("billing.quote-outdated");
        assertThat(bought().sold().seatCount()).isEqualTo(2);
    }

    @Test
    void one_more_on_the_last_day_of_a_year_is_paid_for_that_day_and_for_the_next_year() {
        buy("pro", Term.YEAR, 2);
        close();
        goTo(day(3, 1).plusYears(1).minusDays(1));
        int days = new Period(day(3, 1), day(3, 1).plusYears(1), BERLIN).days();
        seats(3);
        close();
        assertThat(paid()).isEqualTo(dollars(79_000).plus(dollars(12_000).part(1, days)));
        goTo(day(3, 2).plusYears(1));
        close();
        assertThat(paid())
                .isEqualTo(
                        dollars(79_000 + 79_000 + 12_000).plus(dollars(12_000).part(1, days)));
    }

    @Test
    void fewer_in_a_year_that_is_paid_give_nothing_back() {
        buy("pro", Term.YEAR, 6);
        close();
        goTo(day(3, 3));
        seats(2);
        assertThat(Attempt.of(
                        customer, () -> changes.quote("pro", Term.MONTH, 2).flatMap(changes::change)))
                .isEqualTo(Attempt.DONE);
        goTo(day(4, 2));
        close();
        assertThat(paid()).isEqualTo(dollars(79_000 + 4 * 12_000));
    }

    private void buy(String plan, Term term, int count) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, BERLIN, count, null)));
    }

    private void seats(int count) {
        change(as(changes.quoteSeats(count)));
    }

    private void change(Quote quote) {
        asDone(changes.change(quote));
    }

    /** All that was ever invoiced. */
    private Money paid() {
        return written().stream().map(Invoice::total).reduce(dollars(0), Money::plus);
    }

    private void people(int count) {
        var insert = database.sql("""
                        insert into identity.membership (tenant_id, reseller_id, realm, subject, email, display_name, role)
                        select :tenant, :reseller, 'x', gen_random_uuid()::text, gen_random_uuid() || '@example.test', 'Ada', 'member'
                          from generate_series(1, :count)
                        """)
                .bind("tenant", customer.tenant().value())
                .bind("reseller", customer.reseller().value())
                .bind("count", count);
        As.one(transactions, customer, insert.then());
    }
}
