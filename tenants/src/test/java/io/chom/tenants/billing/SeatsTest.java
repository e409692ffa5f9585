package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Seated;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are sold by the seat, as they are bought, changed, billed and filled. */
@TenantsTest
class SeatsTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private SeatService seats;

    SeatsTest() {
        super(BERLIN);
    }

    /** Starter for anybody, Pro with two seats and more at $12.00 or $120.00 a year, Enterprise with at most 10. */
    @Override
    Catalogues sold() {
        return CatalogueOf.shipped("hosting-2.yaml", SeatsTest::bySeat);
    }

    private static String bySeat(String text) {
        return text.replace("proration: next_invoice", "proration: now")
                .replace(
                        "    yearly: { price: \"790.00\" }\n",
                        "    yearly: { price: \"790.00\" }\n"
                                + "    seats: { included: 2, price: \"12.00\", yearly: \"120.00\" }\n")
                .replace(
                        "    yearly: { price: \"2490.00\" }\n",
                        "    yearly: { price: \"2490.00\" }\n"
                                + "    seats: { included: 3, price: \"20.00\", yearly: \"200.00\", most: 10 }\n");
    }

    @BeforeEach
    void prepare() {
        seats = new SeatService(stored, catalogues, crew, transactions, clock);
    }

    @Test
    void a_month_is_for_as_many_as_were_bought_and_says_so() {
        subscribe("pro", Term.MONTH, 6);
        assertThat(recurring()).isEqualTo(dollars(12_700));
        closeUntil(4, 2);

        var line = lines(written().getFirst()).getFirst();
        assertThat(line)
                .extracting(LineItem::kind, LineItem::subject, LineItem::label, LineItem::formula, LineItem::amount)
                .containsExactly(
                        Kind.PLAN,
                        "Pro",
                        "Pro (6 seats) plan",
                        "$79.00 + 4 seats at $12.00 = $127.00 a month",
                        dollars(12_700));
        assertThat(line.figures()).isEqualTo(new Seated(6, 4, dollars(7_900), dollars(1_200)));
    }

    @Test
    void those_that_are_included_cost_what_the_plan_does() {
        subscribe("pro", Term.MONTH, 0);
        assertThat(bought().plan().seatCount()).isEqualTo(2);
        closeUntil(4, 2);
        assertThat(lines(written().getFirst()))
                .extracting(LineItem::label, LineItem::formula, LineItem::amount)
                .containsExactly(tuple("Pro (2 seats) plan", "$79.00 a month", dollars(7_900)));
    }

    @Test
    void more_begin_at_once_and_fewer_with_the_next_period() {
        subscribe("pro", Term.MONTH, 3);
        goTo(day(3, 11));
        var more = quote("pro", Term.MONTH, 5);
        assertThat(more.isNow()).isTrue();
        assertThat(more.dueToday()).isEqualTo(dollars(2_400).part(21, 31));
        assertThat(more.price()).isEqualTo(dollars(7_900 + 3 * 1_200));
        assertThat(more.later().total()).isEqualTo(more.price());
        change(more);
        close();
        var line = lines(written().getFirst()).getFirst();
        assertThat(line)
                .extracting(LineItem::label, LineItem::formula)
                .containsExactly("Pro (5 seats) instead of Pro (3 seats)", "$24.00 a month × 21 of 31 days = $16.26");
        assertThat(line.figures()).isEqualTo(new LineItem.Share("Pro", 21, 31, dollars(2_400), 5, 3));
        assertThat(bought().sold().seatCount()).isEqualTo(5);

        var fewer = quote("pro", Term.MONTH, 2);
        assertThat(fewer.isNow()).isFalse();
        assertThat(fewer.dueToday()).isEqualTo(dollars(0));
        change(fewer);
        assertThat(as(seats.most())).isEqualTo(2);
        assertThat(bought().plan().seatCount()).isEqualTo(5);
        closeUntil(5, 2);
        assertThat(totals()).containsExactly(dollars(1_626), dollars(7_900 + 1_200), dollars(7_900));
    }

    @Test
    void another_number_is_of_the_plan_as_it_was_sold_also_where_a_later_version_is_on_sale() {
        subscribe("pro", Term.MONTH, 3);
        goTo(day(3, 11));
        var later = CatalogueOf.shipped(
                "hosting-2.yaml",
                SeatsTest::bySeat,
                text -> text.replace("version: 2", "version: 3").replace("79.00", "99.00"));
        var moved = new PlanChanges(
                stored, new PlanChangeBook(database), usage, later, holdings, crew, rules, transactions, clock);
        assertThat(as(moved.quote("pro", Term.MONTH, 5)).to().version()).isEqualTo(3);

        var quote = as(moved.quoteSeats(5));

        assertThat(quote.to().version()).isEqualTo(2);
        assertThat(quote.dueToday()).isEqualTo(dollars(1_626));
        asDone(moved.change(quote));
        assertThat(bought().sold()).isEqualTo(quote.to());
        assertThatThrownBy(() -> as(moved.quoteSeats(5))).hasMessageContaining("billing.same-plan");
    }

    @Test
    void a_year_is_paid_for_all_of_them_and_one_more_for_its_rest() {
        subscribe("pro", Term.YEAR, 4);
        close();
        assertThat(totals()).containsExactly(dollars(79_000 + 24_000));
        assertThat(lines(written().getFirst()).getFirst().formula())
                .isEqualTo("$790.00 + 2 seats at $120.00 = $1,030.00 a year, in advance");
        goTo(day(3, 1).plusDays(100));
        int days = new Period(day(3, 1), day(3, 1).plusYears(1), BERLIN).days();
        var quote = quote("pro", Term.YEAR, 5);
        assertThat(quote.dueToday()).isEqualTo(dollars(12_000).part(days - 100, days));
        change(quote);
        close();
        assertThat(totals()).contains(quote.dueToday());
        assertThat(recurring()).isEqualTo(dollars(79_000 + 36_000).part(1, 12));
    }

    @Test
    void another_plan_keeps_them_where_it_is_sold_for_so_many() {
        subscribe("pro", Term.MONTH, 8);
        assertThat(quote("enterprise", Term.MONTH, 0).to().seatCount()).isEqualTo(8);
        assertThat(quote("starter", Term.MONTH, 0).to().seatCount()).isEqualTo(0);
        assertThat(quote("pro", Term.YEAR, 0).to().seatCount()).isEqualTo(8);
        assertThatThrownBy(() -> quote("pro", Term.MONTH, 8)).hasMessageContaining("billing.same-plan");
        assertThatThrownBy(() -> quote("pro", Term.MONTH, 1)).hasMessageContaining("billing.seats");
        assertThatThrownBy(() -> quote("enterprise", Term.MONTH, 11)).hasMessageContaining("billing.seats");
        assertThatThrownBy(() -> change(twice(quote("pro", Term.MONTH, 9)))).hasMessageContaining("quote-outdated");
    }

    private Quote twice(Quote quote) {
        change(quote("enterprise", Term.MONTH, 9));
        return quote;
    }

    @Test
    void nobody_is_left_without_one() {
        subscribe("pro", Term.MONTH, 4);
        assertThat(as(seats.current())).isEqualTo(new SeatUse(bought().plan(), 0));
        people(3);
        assertThat(as(seats.current()))
                .extracting(SeatUse::seats, SeatUse::used, SeatUse::left)
                .containsExactly(4, 3, 1);
        assertThat(as(seats.most())).isEqualTo(4);
        assertThatThrownBy(() -> quote("pro", Term.MONTH, 2)).hasMessageContaining("billing.seats-taken");
        assertThat(quote("pro", Term.MONTH, 3).isNow()).isFalse();
        people(2);
        assertThat(quote("enterprise", Term.MONTH, 0).to().seatCount()).isEqualTo(5);
        change(quote("starter", Term.MONTH, 0));
        goTo(day(4, 2));
        assertThat(as(seats.current().hasElement())).isFalse();
        assertThat(as(seats.most().hasElement())).isFalse();
        assertThatThrownBy(() -> quote("pro", Term.MONTH, 3)).hasMessageContaining("billing.seats-taken");
    }

    @Test
    void of_another_customer_of_the_same_brand_nothing_is_seen_and_nobody_counted() {
        var other = NewCustomers.of(Acme.RESELLER, tenants);
        subscribe("pro", Term.MONTH, 4);
        people(3);
        assertThat(by(other, seats.people())).isZero();
        assertThat(by(other, seats.current().hasElement())).isFalse();
        assertThat(by(other, seats.most().hasElement())).isFalse();
    }

    @Test
    void whoever_buys_takes_one_for_everybody() {
        people(3);
        assertThatThrownBy(() -> subscribe("pro", Term.MONTH, 0)).hasMessageContaining("billing.seats-taken");
        assertThatThrownBy(() -> subscribe("enterprise", Term.MONTH, 11)).hasMessageContaining("billing.seats");
        subscribe("pro", Term.MONTH, 3);
        assertThat(as(seats.current()).left()).isZero();
    }

    @Test
    void what_if_compares_plans_for_as_many() {
        subscribe("pro", Term.MONTH, 5);
        var all = WhatIf.over(bought().plan(), Term.MONTH, BigDecimal.ZERO, Map.of(), catalogues);
        assertThat(all)
                .extracting(one -> one.plan().slug(), WhatIf::total)
                .containsExactly(
                        tuple("starter", dollars(2_900)),
                        tuple("pro", dollars(7_900 + 3_600)),
                        tuple("enterprise", dollars(24_900 + 4_000)));
    }

    /** Plans, terms, seats and a discount, on any days: what was told is billed, drafts are bills, and lines come to totals. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void law_what_was_told_is_billed_to_the_cent(long seed) {
        var random = new Random(seed);
        subscribe("pro", Term.MONTH, 2 + random.nextInt(8));
        give("12.5", "7.5", null);
        for (int choices = 0; choices < 12; choices++) {
            var plan = List.of("starter", "pro", "enterprise").get(random.nextInt(3));
            var term = random.nextInt(5) == 0 ? Term.YEAR : Term.MONTH;
            int count = plan.equals("starter") ? 0 : 3 + random.nextInt(8);
            var had = bought();
            if (!had.sold().slug().equals(plan)
                    || had.term() != term
                    || had.sold().seatCount() != count) {
                var before = totals();
                var quote = quote(plan, term, count);
                change(quote);
                close();
                var added = new ArrayList<>(totals());
                before.forEach(added::remove);
                assertThat(added).isEqualTo(quote.dueToday().minor() == 0 ? List.of() : List.of(quote.dueToday()));
            }
            var draft = overview();
            if (random.nextBoolean()) {
                goTo(draft.period().until());
                close();
                assertThat(written())
                        .filteredOn(one -> one.period().equals(draft.period()))
                        .extracting(Invoice::total)
                        .contains(draft.estimate().total());
            } else {
                goTo(today().plusDays(1 + random.nextInt(12)));
                close();
            }
            clock.move(Duration.ofSeconds(choices));
        }
        assertThat(written())
                .allSatisfy(one -> assertThat(
                                Estimate.of(lines(one), catalogues.currency()).total())
                        .isEqualTo(one.total()));
    }

    private void subscribe(String plan, Term term, int count) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, BERLIN, count, null)));
    }

    private Quote quote(String plan, Term term, int count) {
        return as(changes.quote(plan, term, count));
    }

    private void change(Quote quote) {
        asDone(changes.change(quote));
    }

    private List<Money> totals() {
        return written().stream().map(Invoice::total).toList().reversed();
    }

    /** So many more members, of whom only that they are there matters. */
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
