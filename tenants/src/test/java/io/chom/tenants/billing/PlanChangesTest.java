package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TenantsTest
class PlanChangesTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    PlanChangesTest() {
        super(BERLIN);
    }

    @Test
    void a_dearer_plan_begins_at_once_and_costs_the_difference_for_the_days_that_are_left() {
        subscribe("starter");
        clock.move(Duration.ofDays(10));

        var quote = quote("pro");

        assertThat(quote.isNow()).isTrue();
        assertThat(quote.change().from()).isEqualTo(day(3, 11));
        assertThat(quote.difference().orElseThrow().formula()).isEqualTo("$50.00 a month × 21 of 31 days = $33.87");
        assertThat(quote.before().estimate().total()).isEqualTo(dollars(2_900));
        assertThat(quote.after().estimate().total()).isEqualTo(dollars(2_900 + 3_387));
        assertThat(quote.later().total()).isEqualTo(dollars(7_900));
        assertThat(plan()).isEqualTo("starter");

        change(quote);

        assertThat(plan()).isEqualTo("pro");
        closeUntil(5, 1);
        assertThat(lines(1))
                .extracting(LineItem::kind, LineItem::subject, LineItem::amount)
                .containsExactly(
                        tuple(Kind.PLAN, "Starter", dollars(2_900)), tuple(Kind.CHANGE, "Pro", dollars(3_387)));
        assertThat(lines(1)).isEqualTo(quote.after().estimate().lines());
        assertThat(lines(0)).extracting(LineItem::amount).containsExactly(dollars(7_900));
    }

    @Test
    void a_cheaper_plan_waits_for_the_next_period_and_can_be_taken_back() {
        subscribe("pro");
        clock.move(Duration.ofDays(3));
        var quote = quote("starter");
        assertThat(quote.isNow()).isFalse();
        assertThat(quote.change().from()).isEqualTo(day(4, 1));
        assertThat(quote.difference()).isEmpty();
        assertThat(quote.after().estimate()).isEqualTo(quote.before().estimate());

        change(quote);
        assertThat(plan()).isEqualTo("pro");
        assertThat(upcoming()).isEqualTo("starter");
        asDone(changes.withdraw());
        assertThat(upcoming()).isNull();
        change(quote("starter"));

        clock.move(Duration.ofDays(40));
        assertThat(plan()).isEqualTo("starter");
        closeUntil(5, 1);
        assertThat(lines(1)).extracting(LineItem::amount).containsExactly(dollars(7_900));
        assertThat(lines(0)).extracting(LineItem::amount).containsExactly(dollars(2_900));
    }

    @Test
    void what_was_chosen_last_on_a_day_counts_for_it() {
        subscribe("starter");
        clock.move(Duration.ofDays(10));
        change(quote("pro"));
        change(quote("enterprise"));
        change(quote("starter"));

        closeUntil(4, 1);

        assertThat(lines(0))
                .extracting(LineItem::label, LineItem::amount)
                .containsExactly(
                        tuple("Starter plan", dollars(2_900)), tuple("Enterprise instead of Starter", dollars(14_903)));
    }

    @Test
    void a_change_on_the_first_day_of_a_period_is_a_period_of_the_new_plan() {
        subscribe("starter");
        change(quote("pro"));
        closeUntil(4, 1);
        assertThat(lines(0)).extracting(LineItem::amount).containsExactly(dollars(7_900));
    }

    @Test
    void what_is_chosen_while_an_invoice_is_late_is_not_on_it() {
        subscribe("starter");
        clock.move(Duration.ofDays(31));
        change(quote("pro"));
        closeUntil(4, 1);
        assertThat(lines(0)).extracting(LineItem::amount).containsExactly(dollars(2_900));
    }

    @Test
    void a_subscription_ends_with_its_period_is_billed_for_it_and_never_again() {
        subscribe("pro");
        clock.move(Duration.ofDays(5));
        change(quote("starter"));
        asDone(changes.end("too dear"));
        assertThat(upcoming()).isNull();
        assertThatThrownBy(() -> quote("enterprise")).hasMessageContaining("billing.ends");
        asDone(changes.goOn());
        assertThat(quote("enterprise").isNow()).isTrue();
        asDone(changes.end(""));
        assertThatThrownBy(() -> asDone(changes.end("x".repeat(1_001)))).hasMessageContaining("reason-too-long");

        clock.move(Duration.ofDays(27));
        assertThatThrownBy(this::plan).hasMessageContaining("not-found");
        assertThatThrownBy(() -> quote("starter")).hasMessageContaining("not-found");
        subscribe("starter");
        closeUntil(4, 20);
        assertThat(written()).hasSize(1);
        assertThat(lines(0)).extracting(LineItem::amount).containsExactly(dollars(7_900));
        closeUntil(6, 3);
        assertThat(written()).hasSize(3);
        assertThat(lines(0)).extracting(LineItem::amount).containsExactly(dollars(2_900));
    }

    @Test
    void only_what_was_shown_is_agreed_to() {
        subscribe("starter");
        clock.move(Duration.ofDays(10));
        var quote = quote("pro");
        clock.move(Duration.ofDays(1));
        assertThatThrownBy(() -> change(quote)).hasMessageContaining("billing.quote-outdated");
        assertThatThrownBy(() -> quote("starter")).hasMessageContaining("billing.same-plan");
        assertThatThrownBy(() -> quote("diamond")).hasMessageContaining("billing.unknown-plan");
        assertThat(plan()).isEqualTo("starter");
    }

    @Test
    void many_clicks_make_one_change() {
        subscribe("starter");
        clock.move(Duration.ofDays(10));
        var quote = quote("pro");
        var refused = Flux.range(0, 8)
                .flatMap(
                        n -> changes.change(quote)
                                .contextWrite(TenantContext.as(customer))
                                .thenReturn(false)
                                .onErrorResume(Refused.class, e -> Mono.just(true)),
                        8)
                .filter(Boolean::booleanValue)
                .count()
                .block(Duration.ofSeconds(30));
        assertThat(refused).isEqualTo(7);
        closeUntil(4, 1);
        assertThat(lines(0)).extracting(LineItem::kind).containsExactly(Kind.PLAN, Kind.CHANGE);
    }

    @Test
    void only_owners_and_administrators_change_a_plan() {
        subscribe("starter");
        var member = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|m", Set.of("member")));
        assertThatThrownBy(() -> by(member, changes.quote("pro", Term.MONTH))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> by(member, changes.end("").thenReturn(1))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> by(
                        Nimbus.RESELLER.as(Nimbus.ID, Nimbus.ID),
                        changes.end("").thenReturn(1)))
                .hasMessageContaining("not-found");
    }

    private void subscribe(String plan) {
        as(subscriptions.subscribe(new Order("hosting", plan, BERLIN)));
    }

    private Quote quote(String plan) {
        return as(changes.quote(plan, Term.MONTH));
    }

    private void change(Quote quote) {
        asDone(changes.change(quote));
    }

    private String plan() {
        return as(subscriptions.bought()).plan().slug();
    }

    private @Nullable String upcoming() {
        return as(subscriptions.bought())
                .upcoming(clock.instant())
                .map(step -> step.plan().slug())
                .orElse(null);
    }

    /** @param back 0 for the newest invoice */
    private List<LineItem> lines(int back) {
        return as(invoices.find(written().get(back).id())).lines();
    }
}
