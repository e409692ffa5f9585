package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves between plans by which somebody would like to have the dearer one for the price of the cheaper. */
@TenantsTest
class AbuseOfPlanChangesTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Map<String, Integer> CENTS = Map.of("starter", 2_900, "pro", 7_900, "enterprise", 24_900);

    AbuseOfPlanChangesTest() {
        super(BERLIN);
    }

    /** Of March everything that was had is paid, in April there is what was chosen last, at its price. */
    @ParameterizedTest(name = "{0}, on the {1}th: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            NEXT_INVOICE |  1 | enterprise starter
            NEXT_INVOICE | 11 | enterprise starter
            NEXT_INVOICE | 11 | pro starter enterprise pro
            NEXT_INVOICE | 31 | enterprise starter
            NOW          |  1 | enterprise starter
            NOW          | 11 | enterprise starter
            NOW          | 11 | pro starter enterprise pro
            NOW          | 31 | pro enterprise starter
            FULL         | 11 | enterprise starter
            FULL         | 31 | pro enterprise starter
            FULL         | 31 | pro starter enterprise pro
            NONE         |  1 | enterprise starter
            NONE         | 31 | enterprise pro
            """)
    void up_and_down_on_one_day_costs_what_was_had(Proration proration, int day, String path) {
        selling(proration);
        subscribe("starter", Term.MONTH);
        goTo(day(3, day));
        var plans = List.of(path.split(" "));
        plans.forEach(plan -> change(plan, Term.MONTH));
        closeUntil(5, 2);
        assertThat(paid())
                .isEqualTo(dollars(2_900)
                        .plus(rise(proration, plans, 32 - day))
                        .plus(dollars(CENTS.get(plans.getLast()))));
    }

    /** What rules and prices say that it costs, without the code that bills. */
    private Money rise(Proration proration, List<String> plans, int left) {
        var rises = new ArrayList<Integer>();
        int most = 2_900;
        for (String plan : plans) {
            int cents = CENTS.get(plan);
            if (cents > most) {
                rises.add(cents - most);
                most = cents;
            }
        }
        Money whole = dollars(most - 2_900);
        if (left == 31) {
            return whole;
        }
        return switch (proration) {
            case NEXT_INVOICE -> whole.part(left, 31);
            case NOW ->
                rises.stream()
                        .map(one -> dollars(one).part(left, 31))
                        .reduce(Money::plus)
                        .orElseThrow();
            case FULL -> whole;
            case NONE -> dollars(0);
        };
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "nothing for the rest of the month",
                "from the next month on",
                "from yesterday on",
                "for one cent",
                "for the year’s price of a month",
                "with everything off",
                "of an earlier version",
                "with nothing to pay today",
                "from another plan"
            })
    void a_quote_that_somebody_wrote_himself_is_not_agreed_to(String what) {
        selling(Proration.NOW);
        subscribe("starter", Term.MONTH);
        goTo(day(3, 11));
        var told = as(changes.quote("pro", Term.MONTH));
        assertThat(Attempt.of(customer, () -> changes.change(forged(what, told))))
                .isEqualTo("billing.quote-outdated");
        closeUntil(4, 2);
        assertThat(paid()).isEqualTo(dollars(2_900));
    }

    private Quote forged(String what, Quote told) {
        var step = told.change();
        LocalDate day = step.from();
        return switch (what) {
            case "nothing for the rest of the month" ->
                with(told, new PlanStep(day, told.to(), Proration.NONE, Term.MONTH));
            case "from the next month on" ->
                with(told, new PlanStep(day.plusDays(21), told.to(), Proration.NOW, Term.MONTH));
            case "from yesterday on" ->
                with(told, new PlanStep(day.minusDays(1), told.to(), Proration.NOW, Term.MONTH));
            case "for one cent" -> with(told, new PlanStep(day, cent(told.to()), Proration.NOW, Term.MONTH));
            case "for the year’s price of a month" ->
                with(told, new PlanStep(day, told.to(), Proration.NOW, Term.YEAR));
            case "with everything off" ->
                quote(step, told.before(), told.after(), told.prepaid(), new BigDecimal("100"));
            case "of an earlier version" -> with(told, new PlanStep(day, earlier(), Proration.NOW, Term.MONTH));
            case "with nothing to pay today" -> quote(step, told.before(), told.after(), null, told.off());
            case "from another plan" -> quote(step, told.after(), told.after(), told.prepaid(), BigDecimal.TEN);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Plan earlier() {
        return catalogues.plan("hosting", 1, "pro").orElseThrow();
    }

    private static Plan cent(Plan plan) {
        return new Plan(
                plan.catalogue(),
                plan.version(),
                plan.slug(),
                plan.name(),
                new Money(1, plan.currency()),
                plan.entitlements(),
                plan.allowances());
    }

    private static Quote with(Quote told, PlanStep step) {
        return quote(step, told.before(), told.after(), told.prepaid(), told.off());
    }

    private static Quote quote(
            PlanStep step, UsageOverview before, UsageOverview after, @Nullable Prepaid prepaid, BigDecimal off) {
        return new Quote(step, before, after, after.estimate(), prepaid, off);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a day has passed                     | billing.quote-outdated
            the month has ended a second ago     | billing.quote-outdated
            a discount was given                 | billing.quote-outdated
            the plan ends                        | billing.ends
            it was agreed to already             | billing.same-plan
            a dearer plan was chosen             | billing.quote-outdated
            """)
    void what_was_quoted_before_is_not_had_at_that_price(String since, String code) {
        subscribe("starter", Term.MONTH);
        goTo(day(3, 31));
        clock.move(Duration.ofHours(12).minusSeconds(1));
        var old = as(changes.quote("pro", Term.MONTH));
        happens(since, old);
        var had = bought().sold().slug();
        assertThat(Attempt.of(customer, () -> changes.change(old))).isEqualTo(code);
        assertThat(bought().sold().slug()).isEqualTo(had);
    }

    private void happens(String what, Quote old) {
        switch (what) {
            case "a day has passed" -> clock.move(Duration.ofDays(1));
            case "the month has ended a second ago" -> clock.move(Duration.ofSeconds(2));
            case "a discount was given" -> give("10", "10", null);
            case "the plan ends" -> asDone(changes.end(""));
            case "it was agreed to already" -> asDone(changes.change(old));
            case "a dearer plan was chosen" -> change("enterprise", Term.MONTH);
            default -> throw new IllegalArgumentException(what);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "member", "finance", "billing:read", "usage:write", "operator"})
    void without_the_right_nobody_moves_ends_or_takes_back_anything(String role) {
        subscribe("starter", Term.MONTH);
        var quote = as(changes.quote("pro", Term.MONTH));
        var who = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|r", Set.of(role)));
        for (var one : List.of(
                Attempt.of(who, () -> changes.quote("pro", Term.MONTH)),
                Attempt.of(who, () -> changes.change(quote)),
                Attempt.of(who, () -> changes.end("")),
                Attempt.of(who, changes::goOn),
                Attempt.of(who, changes::withdraw))) {
            assertThat(one).isEqualTo("forbidden");
        }
        assertThat(bought().sold().slug()).isEqualTo("starter");
    }

    @Test
    void the_quote_of_a_neighbour_gives_the_own_plan_at_the_own_price() {
        subscribe("enterprise", Term.MONTH);
        var neighbour = NewCustomers.of(Acme.RESELLER, tenants);
        by(neighbour, subscriptions.subscribe(new Order("hosting", "starter", BERLIN)));
        goTo(day(3, 11));
        var his = by(neighbour, changes.quote("pro", Term.MONTH));
        assertThat(Attempt.of(customer, () -> changes.change(his))).isEqualTo("billing.quote-outdated");
        var stranger = NewCustomers.of(Nimbus.RESELLER, tenants);
        assertThat(Attempt.of(stranger, () -> changes.change(his))).isEqualTo("not-found");
        closeUntil(4, 2);
        assertThat(paid()).isEqualTo(dollars(24_900));
        assertThat(by(neighbour, subscriptions.bought()).sold().slug()).isEqualTo("starter");
    }

    private void selling(Proration proration) {
        sellFrom(CatalogueOf.shipped(
                "hosting-2.yaml",
                text -> text.replace(
                        "proration: next_invoice",
                        "proration: " + proration.name().toLowerCase(Locale.ROOT))));
    }

    private void subscribe(String plan, Term term) {
        as(subscriptions.subscribe(new Order("hosting", plan, term, BERLIN)));
    }

    private void change(String plan, Term term) {
        clock.move(Duration.ofSeconds(1));
        asDone(changes.change(as(changes.quote(plan, term))));
    }

    /** All that was ever invoiced. */
    private Money paid() {
        return written().stream().map(Invoice::total).reduce(dollars(0), Money::plus);
    }
}
