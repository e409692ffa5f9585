package io.chom.tenants.billing.discount;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Discounts that somebody would like to give or have beyond what is allowed. Pro at $79.00; an administrator gives up to 10 %
 * alone, an owner up to 20 %, an operator up to 50 %.
 */
@TenantsTest
class AbuseOfDiscountsTest extends CustomerGround {

    private static final long PRICE = 7_900;

    @Autowired
    DiscountService discounts;

    @Autowired
    DiscountDesk desk;

    @Autowired
    InvoiceService invoices;

    @BeforeEach
    void buy() {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(3));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing, so that another is kept out      | 0            | 1  | They stay | discount.percent
            a surcharge                               | -5           | 1  | They stay | discount.percent
            a hundredth below nothing                 | -0.01        | 1  | They stay | discount.percent
            one percent more than the price           | 101          | 1  | They stay | discount.percent
            a thousandth more than the price          | 100.001      | 1  | They stay | discount.percent
            finer than is counted, below the ceiling  | 19.999       | 1  | They stay | discount.percent
            a number that nobody writes out           | 1e999999999  | 1  | They stay | discount.percent
            its inverse                               | 1e-999999999 | 1  | They stay | discount.percent
            the whole price                           | 100          | 1  | They stay | discount.ceiling
            a hundredth more than anybody gives       | 50.01        | 1  | They stay | discount.ceiling
            for no month                              | 5            | 0  | They stay | discount.periods
            for minus one month                       | 5            | -1 | They stay | discount.periods
            for more months than are counted          | 5            | 37 | They stay | discount.periods
            for as many as overflow                   | 5            | 2147483647 | They stay | discount.periods
            without saying why                        | 5            | 1  | ' '       | discount.reason
            """)
    void nobody_gives(String what, BigDecimal percent, int periods, String reason, String code) {
        assertThat(Attempt.of(
                        Acme.RESELLER,
                        () -> discounts.give(customer.tenant(), new DiscountWish(percent, periods, reason))))
                .as(what)
                .isEqualTo(code);
        owes(PRICE);
    }

    /** What is above one's own ceiling is not given, and waits at most. */
    @ParameterizedTest(name = "{0} gives {1} %")
    @CsvSource({"admin, 10.01", "admin, 20", "admin, 50", "owner, 20.01", "owner, 50"})
    void above_the_own_ceiling_nothing_counts_before_somebody_else_approves(String role, String percent) {
        assertThat(give(person("one", role), customer.tenant(), percent)).isEqualTo(Attempt.DONE);
        owes(PRICE);
        assertThat(Attempt.of(person("one", role), () -> desk.approve(customer.tenant(), waiting())))
                .isEqualTo("discount.own");
        owes(PRICE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the customer’s owner, to his own company           | forbidden
            the customer’s owner, to a neighbour               | forbidden
            the brand’s owner, to his own company              | forbidden
            another brand’s owner, to this brand’s customer    | not-found
            another brand’s customer                           | forbidden
            an operator, to a customer of a brand              | not-found
            a viewer of the brand                              | forbidden
            a member of the brand who may read bills           | forbidden
            a key of the brand with every right                | forbidden
            a job of the brand                                 | forbidden
            the brand’s owner, to nobody                       | not-found
            """)
    void is_not_given_by(String who, String code) {
        TenantId to = switch (who) {
            case "the customer’s owner, to a neighbour" -> Acme.FLORIST.tenant();
            case "the brand’s owner, to his own company" -> Acme.ID;
            case "the brand’s owner, to nobody" -> TenantId.next();
            default -> customer.tenant();
        };
        assertThat(give(acting(who), to, "5")).as(who).isEqualTo(code);
        owes(PRICE);
    }

    private Acting acting(String who) {
        return switch (who) {
            case "the customer’s owner, to his own company", "the customer’s owner, to a neighbour" ->
                new Acting(customer.tenant(), customer.reseller(), somebody("owner"));
            case "another brand’s owner, to this brand’s customer" -> Nimbus.RESELLER;
            case "another brand’s customer" -> Nimbus.STUDIO;
            case "an operator, to a customer of a brand" -> {
                var platform = PlatformTenant.of(tenants).id();
                yield new Acting(platform, platform, somebody("operator"));
            }
            case "a viewer of the brand" -> person("v", "viewer");
            case "a member of the brand who may read bills" -> person("m", "billing:read");
            case "a key of the brand with every right" ->
                new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.KEY, "k", Set.of("owner", "admin", "operator")));
            case "a job of the brand" -> new Acting(Acme.ID, Acme.ID, Actor.job("test"));
            default -> Acme.RESELLER;
        };
    }

    @Test
    void twenty_percent_in_two_halves_is_ten() {
        var admin = person("one", "admin");
        assertThat(give(admin, customer.tenant(), "10")).isEqualTo(Attempt.DONE);
        assertThat(give(admin, customer.tenant(), "10")).isEqualTo("discount.open");
        assertThat(give(person("two", "admin"), customer.tenant(), "10")).isEqualTo("discount.open");
        assertThat(give(Acme.RESELLER, customer.tenant(), "20")).isEqualTo("discount.open");
        owes(7_110);
    }

    @Test
    void two_that_are_asked_for_do_not_add_up() {
        give(person("one", "admin"), customer.tenant(), "20");
        assertThat(give(person("two", "admin"), customer.tenant(), "20")).isEqualTo("discount.open");
        assertThat(Attempt.of(Acme.RESELLER, () -> desk.approve(customer.tenant(), waiting())))
                .isEqualTo(Attempt.DONE);
        assertThat(give(person("two", "admin"), customer.tenant(), "10")).isEqualTo("discount.open");
        owes(6_320);
    }

    @Test
    void ended_and_begun_anew_again_and_again_no_month_has_two() {
        for (int round = 0; round < 4; round++) {
            assertThat(give(Acme.RESELLER, customer.tenant(), "20")).isEqualTo(Attempt.DONE);
            owes(6_320);
            end();
        }
        owes(6_320);
        var upcoming = as(customer, subscriptions.bought());
        assertThat(upcoming.subscription().reductions())
                .allMatch(one -> one.month().intValue() == 20);
    }

    @Test
    void on_the_cheaper_plan_it_is_a_percentage_of_the_dearer_one_too_and_no_more() {
        give(Acme.RESELLER, customer.tenant(), "20");
        var changes = bean(PlanChanges.class);
        var quote = as(customer, changes.quote("enterprise", Term.MONTH));
        assertThat(quote.price().minor()).isEqualTo(24_900 - 4_980);
        does(customer, changes.change(quote));
        assertThat(as(customer, subscriptions.bought()).subscription().reductions())
                .singleElement()
                .satisfies(one -> assertThat(one.month()).isEqualByComparingTo("20"));
    }

    /** What an administrator may give of a year is more than of a month. */
    @Test
    void given_for_a_year_it_is_for_a_month_what_may_be_given_for_a_month() {
        var changes = bean(PlanChanges.class);
        does(customer, changes.change(as(customer, changes.quote("pro", Term.YEAR))));
        assertThat(give(person("one", "admin"), customer.tenant(), "20")).isEqualTo(Attempt.DONE);
        var given =
                as(customer, subscriptions.bought()).subscription().reductions().getFirst();
        assertThat(given.year()).isEqualByComparingTo("20");
        assertThat(given.month()).isEqualByComparingTo("10");
    }

    @Test
    void it_does_not_move_to_what_is_bought_after_the_end() {
        give(Acme.RESELLER, customer.tenant(), "20");
        does(customer, bean(PlanChanges.class).end(""));
        end();
        assertThat(give(Acme.RESELLER, customer.tenant(), "20")).isEqualTo("billing.ends");
    }

    @Test
    void of_eight_given_at_once_one_counts() {
        assertThat(Attempt.together(
                        Acme.RESELLER,
                        8,
                        n -> discounts.give(
                                customer.tenant(), new DiscountWish(new BigDecimal(13 + n), null, "They stay"))))
                .isEqualTo(1);
        assertThat(as(customer, subscriptions.bought()).subscription().reductions())
                .hasSize(1);
    }

    @Test
    void nobody_ends_a_neighbours_to_harm_him() {
        give(Acme.RESELLER, customer.tenant(), "20");
        var id = id();
        for (var other : List.of(Nimbus.RESELLER, Acme.BAKERY, acting("a viewer of the brand"))) {
            assertThat(Attempt.of(other, () -> discounts.end(customer.tenant(), id)))
                    .isIn("not-found", "forbidden");
        }
        assertThat(Attempt.of(Acme.RESELLER, () -> discounts.end(Acme.BAKERY.tenant(), id)))
                .isEqualTo("not-found");
        owes(6_320);
    }

    private String give(Acting who, TenantId to, String percent) {
        return Attempt.of(who, () -> discounts.give(to, new DiscountWish(new BigDecimal(percent), null, "They stay")));
    }

    private void end() {
        does(Acme.RESELLER, discounts.end(customer.tenant(), id()));
    }

    private DiscountId id() {
        return as(Acme.RESELLER, discounts.of(customer.tenant()))
                .open()
                .orElseThrow()
                .id();
    }

    private DiscountId waiting() {
        return as(Acme.RESELLER, discounts.of(customer.tenant())).all().stream()
                .filter(Discount::isWaiting)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void owes(long cents) {
        assertThat(as(customer, invoices.preview()).estimate().total().minor()).isEqualTo(cents);
    }

    private static Actor somebody(String role) {
        return new Actor(Actor.Kind.PERSON, "test|somebody", Set.of(role));
    }

    private static Acting person(String name, String role) {
        return new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|" + name, Set.of(role)));
    }
}
