package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.DiscountDesk;
import io.chom.tenants.billing.discount.DiscountId;
import io.chom.tenants.billing.discount.DiscountService;
import io.chom.tenants.billing.discount.DiscountWish;
import io.chom.tenants.billing.increase.IncreaseDesk;
import io.chom.tenants.billing.increase.IncreaseId;
import io.chom.tenants.billing.increase.IncreaseService;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Decisions that somebody would like to go around: discounts that are more than whoever asks may give, and limits that are more
 * than the plan. Freight Pro at $199.00 with 5,000 quotes, of which more is asked.
 */
@TenantsTest
class AbuseOfApprovalsTest extends CustomerGround {

    private static final MeterId QUOTES = new MeterId("quotes");
    private static final BigDecimal INCLUDED = new BigDecimal("5000");
    private static final BigDecimal MORE = new BigDecimal("6000");

    @Autowired
    DiscountService discounts;

    @Autowired
    DiscountDesk discountDesk;

    @Autowired
    IncreaseService increases;

    @Autowired
    IncreaseDesk increaseDesk;

    @Autowired
    InvoiceService invoices;

    @BeforeEach
    void buy() {
        subscribe("freight", "pro", ZoneOffset.UTC, Duration.ofDays(3));
    }

    /** An administrator asked for 20 %, which an owner decides about. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the same person                          | one     | admin        | discount.own
            the same person, made an owner meanwhile | one     | owner        | discount.own
            another administrator                    | another | admin        | discount.above-you
            a viewer                                 | another | viewer       | forbidden
            a member                                 | another | member       | forbidden
            somebody who reads bills                 | another | billing:read | forbidden
            """)
    void a_discount_is_not_approved_of_by(String who, String name, String role, String code) {
        var id = asked("20");
        assertThat(Attempt.of(person(name, role), () -> discountDesk.approve(customer.tenant(), id)))
                .as(who)
                .isEqualTo(code);
        assertThat(owed()).isEqualTo(19_900);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the customer itself         | forbidden
            another brand’s owner       | not-found
            another brand’s customer    | forbidden
            a neighbour of the customer | forbidden
            """)
    void a_discount_is_not_approved_of_from_elsewhere(String who, String code) {
        var id = asked("20");
        assertThat(Attempt.of(elsewhere(who), () -> discountDesk.approve(customer.tenant(), id)))
                .isEqualTo(code);
        assertThat(owed()).isEqualTo(19_900);
    }

    private Acting elsewhere(String who) {
        return switch (who) {
            case "the customer itself" -> itself();
            case "another brand’s owner" -> Nimbus.RESELLER;
            case "another brand’s customer" -> Nimbus.STUDIO;
            default -> Acme.BAKERY;
        };
    }

    @Test
    void a_discount_is_not_approved_of_under_the_name_of_another_customer() {
        var id = asked("20");
        assertThat(Attempt.of(Acme.RESELLER, () -> discountDesk.approve(Acme.BAKERY.tenant(), id)))
                .isEqualTo("not-found");
        assertThat(Attempt.of(
                        Acme.RESELLER, () -> discountDesk.approve(customer.tenant(), new DiscountId(Uuids.next()))))
                .isEqualTo("not-found");
        assertThat(owed()).isEqualTo(19_900);
    }

    @ParameterizedTest
    @CsvSource({"withdrawn", "refused", "approved"})
    void what_was_decided_is_not_approved_of_again(String decision) {
        var id = asked("20");
        switch (decision) {
            case "withdrawn" -> does(person("one", "admin"), discountDesk.withdraw(customer.tenant(), id));
            case "refused" -> does(Acme.RESELLER, discountDesk.refuse(customer.tenant(), id, ""));
            default -> does(Acme.RESELLER, discountDesk.approve(customer.tenant(), id));
        }
        assertThat(Attempt.of(person("another", "owner"), () -> discountDesk.approve(customer.tenant(), id)))
                .isEqualTo("discount.decided");
        assertThat(owed()).isEqualTo(decision.equals("approved") ? 15_920 : 19_900);
    }

    @Test
    void approved_of_by_eight_at_once_it_counts_once() {
        var id = asked("20");
        assertThat(Attempt.together(Acme.RESELLER, 8, n -> discountDesk.approve(customer.tenant(), id)))
                .isEqualTo(1);
        assertThat(owed()).isEqualTo(15_920);
    }

    @Test
    void more_than_an_owner_gives_is_not_approved_of_by_a_second_owner() {
        does(
                person("one", "owner"),
                discounts.give(customer.tenant(), wish("40")).then());
        var id = waiting();
        assertThat(Attempt.of(person("another", "owner"), () -> discountDesk.approve(customer.tenant(), id)))
                .isEqualTo("discount.above-you");
        assertThat(owed()).isEqualTo(19_900);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as much as there is           | 5000        | increase.amount
            less than there is            | 4999        | increase.amount
            less than nothing             | -6000       | increase.amount
            nothing                       | 0           | increase.amount
            half a quote                  | 6000.5      | increase.amount
            more than is counted          | 1000000000001 | increase.amount
            what nobody writes out        | 1e999999999 | increase.amount
            """)
    void a_limit_is_not_asked_for_or_granted(String what, BigDecimal limit, String code) {
        assertThat(Attempt.of(customer, () -> increases.ask(QUOTES, limit, "")))
                .as(what)
                .isEqualTo(code);
        var id = increase();
        assertThat(grant(Acme.RESELLER, id, limit, null)).isEqualTo(code);
        allows(INCLUDED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the customer itself         | forbidden
            another brand’s owner       | not-found
            another brand’s customer    | forbidden
            a neighbour of the customer | forbidden
            """)
    void a_limit_is_not_granted_from_elsewhere(String who, String code) {
        var id = increase();
        assertThat(grant(elsewhere(who), id, MORE, null)).isEqualTo(code);
        allows(INCLUDED);
    }

    @ParameterizedTest
    @CsvSource({"viewer", "member", "billing:read"})
    void a_limit_is_not_asked_for_granted_or_withdrawn_without_the_right(String role) {
        var viewer = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|v", Set.of(role)));
        assertThat(Attempt.of(viewer, () -> increases.ask(QUOTES, MORE, ""))).isEqualTo("forbidden");
        var id = increase();
        assertThat(Attempt.of(viewer, () -> increases.withdraw(id))).isEqualTo("forbidden");
        assertThat(grant(person("v", role), id, MORE, null)).isEqualTo("forbidden");
        allows(INCLUDED);
    }

    @Test
    void a_brand_does_not_grant_itself_what_it_buys() {
        var slug = new Slug("a" + Long.toString(System.nanoTime(), 36));
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var made = as(job, tenants.createReseller(new NewTenant(slug, "Somebody", ZoneOffset.UTC)));
        var brand = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
        as(brand, subscriptions.subscribe(new SubscriptionService.Order("freight", "pro", ZoneOffset.UTC)));
        does(brand, increases.ask(QUOTES, MORE, ""));
        var id = as(brand, increases.asked()).getFirst().id();
        assertThat(Attempt.of(brand, () -> increaseDesk.grant(made.id(), id, MORE, null, "")))
                .isEqualTo("forbidden");
        assertThat(Attempt.of(Acme.RESELLER, () -> increaseDesk.grant(made.id(), id, MORE, null, "")))
                .isEqualTo("not-found");
        assertThat(Attempt.of(brand, () -> discounts.give(made.id(), wish("5"))))
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({"withdrawn", "declined", "granted", "ended"})
    void what_was_decided_is_not_granted_again(String decision) {
        var id = increase();
        switch (decision) {
            case "withdrawn" -> does(customer, increases.withdraw(id));
            case "declined" -> does(Acme.RESELLER, increaseDesk.decline(customer.tenant(), id, ""));
            default -> assertThat(grant(Acme.RESELLER, id, MORE, null)).isEqualTo(Attempt.DONE);
        }
        if (decision.equals("ended")) {
            does(Acme.RESELLER, increaseDesk.end(customer.tenant(), id));
        }
        assertThat(grant(Acme.RESELLER, id, new BigDecimal("900000"), null)).isEqualTo("increase.decided");
        allows(decision.equals("granted") ? MORE : INCLUDED);
    }

    @ParameterizedTest(name = "until {0} days from now")
    @CsvSource({"0", "-1", "-3650", "3700"})
    void a_limit_is_not_granted_until_a_day_that_is_over_or_beyond_any_plan(int days) {
        var id = increase();
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
        assertThat(grant(Acme.RESELLER, id, MORE, until)).isEqualTo("increase.day");
        allows(INCLUDED);
    }

    @Test
    void two_limits_of_one_meter_do_not_add_up() {
        assertThat(grant(Acme.RESELLER, increase(), MORE, null)).isEqualTo(Attempt.DONE);
        does(customer, increases.ask(QUOTES, new BigDecimal("6500"), ""));
        assertThat(Attempt.of(customer, () -> increases.ask(QUOTES, new BigDecimal("7000"), "")))
                .isEqualTo("increase.waiting");
        assertThat(grant(Acme.RESELLER, waitingIncrease(), new BigDecimal("6500"), null))
                .isEqualTo(Attempt.DONE);
        allows(new BigDecimal("6500"));
    }

    @Test
    void a_limit_ends_with_the_plan_that_it_was_granted_for() {
        assertThat(grant(Acme.RESELLER, increase(), MORE, null)).isEqualTo(Attempt.DONE);
        var neighbour = NewCustomers.of(Acme.RESELLER, tenants);
        as(neighbour, subscriptions.subscribe(new SubscriptionService.Order("freight", "pro", ZoneOffset.UTC)));
        assertThat(as(neighbour, subscriptions.bought())
                        .plan()
                        .allowance(QUOTES)
                        .orElseThrow()
                        .included())
                .isEqualByComparingTo(INCLUDED);
        var changes = bean(PlanChanges.class);
        does(customer, changes.change(as(customer, changes.quote("enterprise", Term.MONTH))));
        allows(new BigDecimal("50000"));
    }

    private DiscountId asked(String percent) {
        does(
                person("one", "admin"),
                discounts.give(customer.tenant(), wish(percent)).then());
        return waiting();
    }

    private static DiscountWish wish(String percent) {
        return new DiscountWish(new BigDecimal(percent), null, "They stay");
    }

    private DiscountId waiting() {
        return as(Acme.RESELLER, discounts.of(customer.tenant())).all().stream()
                .filter(Discount::isWaiting)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private IncreaseId increase() {
        does(customer, increases.ask(QUOTES, MORE, ""));
        return waitingIncrease();
    }

    private IncreaseId waitingIncrease() {
        return as(customer, increases.asked()).getFirst().id();
    }

    private String grant(Acting who, IncreaseId id, BigDecimal limit, @Nullable LocalDate until) {
        return Attempt.of(who, () -> increaseDesk.grant(customer.tenant(), id, limit, until, ""));
    }

    private void allows(BigDecimal limit) {
        assertThat(as(customer, subscriptions.bought())
                        .plan()
                        .allowance(QUOTES)
                        .orElseThrow()
                        .included())
                .isEqualByComparingTo(limit);
    }

    private long owed() {
        return as(customer, invoices.preview()).estimate().total().minor();
    }

    private Acting itself() {
        return new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|itself", Set.of("owner")));
    }

    private static Acting person(String name, String role) {
        return new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|" + name, Set.of(role)));
    }
}
