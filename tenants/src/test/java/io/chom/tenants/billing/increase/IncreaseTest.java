package io.chom.tenants.billing.increase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.Entitlements;
import io.chom.tenants.billing.Left;
import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.billing.increase.Increase.State;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** A plan that stops, more of it that somebody asks for, and who decides. */
@TenantsTest
class IncreaseTest extends CustomerGround {

    private static final MeterId QUOTES = new MeterId("quotes");
    private static final MeterId JOBS = new MeterId("bulk_jobs");

    @Autowired
    IncreaseService increases;

    @Autowired
    IncreaseDesk desk;

    @Autowired
    Entitlements entitlements;

    @BeforeEach
    void buy() {
        subscribe("freight", "pro", ZoneOffset.UTC, Duration.ofDays(3));
    }

    @Test
    void what_stops_goes_on_within_a_second_after_more_was_granted_and_stops_again_where_that_ends() {
        send(QUOTES, "5000", clock.instant());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(permits(QUOTES, "1")).isFalse());
        does(customer, increases.ask(QUOTES, new BigDecimal("6000"), " The fair in spring "));
        assertThat(permits(QUOTES, "1")).as("asking gives nothing").isFalse();
        var asked = waiting();
        assertThat(asked.reason()).isEqualTo("The fair in spring");
        assertThat(asked.included()).isEqualByComparingTo("5000");

        does(Acme.RESELLER, desk.grant(customer.tenant(), asked.id(), new BigDecimal("5500"), null, "Half of it"));

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(permits(QUOTES, "500")).isTrue());
        assertThat(permits(QUOTES, "501")).isFalse();
        assertThat(as(customer, bean(UsageOverviews.class).current())
                        .meters()
                        .getFirst()
                        .percent())
                .isEqualTo(90);
        assertThat(written("increase-granted")).hasSize(2);
        assertThat(only().answer()).isEqualTo("Half of it");

        does(Acme.RESELLER, desk.end(customer.tenant(), asked.id()));
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(permits(QUOTES, "1")).isFalse());
        assertThat(written("increase-ended")).hasSize(2);
        assertThat(only().state()).isEqualTo(State.ENDED);
        assertThatThrownBy(() -> does(Acme.RESELLER, desk.end(customer.tenant(), asked.id())))
                .hasMessageStartingWith("increase.decided: ");
    }

    @Test
    void what_lasts_until_a_day_raises_no_bill_and_is_kept_by_another_plan_that_includes_less_of_it() {
        does(customer, increases.ask(JOBS, new BigDecimal("300"), ""));
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        does(Acme.RESELLER, desk.grant(customer.tenant(), waiting().id(), new BigDecimal("300"), until, ""));
        assertThat(only().endsOn()).isEqualTo(until.plusDays(1));
        assertThat(permits(JOBS, "300")).isTrue();

        var changes = bean(PlanChanges.class);
        does(customer, changes.change(as(customer, changes.quote("enterprise", Term.MONTH))));
        assertThat(permits(JOBS, "300")).isTrue();
        assertThat(permits(JOBS, "301")).isFalse();
        assertThat(permits(QUOTES, "50000")).isTrue();
    }

    @Test
    void whoever_decides_is_told_once_however_many_workers_there_are() {
        does(customer, increases.ask(QUOTES, new BigDecimal("6000"), ""));
        var asked = waiting();
        var seller = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(worker ->
                        bean(IncreaseNotices.class).tell(Acme.ID, asked).contextWrite(TenantContext.as(seller)))
                .blockLast(Duration.ofSeconds(30));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(notices(asked)).isEqualTo(1));
    }

    @Test
    void one_request_of_a_meter_waits_at_a_time_and_can_be_withdrawn_until_somebody_decides() {
        does(customer, increases.ask(QUOTES, new BigDecimal("6000"), ""));
        assertThatThrownBy(() -> does(customer, increases.ask(QUOTES, new BigDecimal("7000"), "")))
                .hasMessageStartingWith("increase.waiting: ");
        does(customer, increases.ask(JOBS, new BigDecimal("30"), ""));

        var quotes = find(QUOTES);
        does(customer, increases.withdraw(quotes.id()));
        does(customer, increases.ask(QUOTES, new BigDecimal("7000"), ""));
        assertThatThrownBy(() ->
                        does(Acme.RESELLER, desk.grant(customer.tenant(), quotes.id(), quotes.wanted(), null, "")))
                .hasMessageStartingWith("increase.decided: ");

        var jobs = find(JOBS);
        does(Acme.RESELLER, desk.decline(customer.tenant(), jobs.id(), "Not this month"));
        assertThatThrownBy(() -> does(customer, increases.withdraw(jobs.id())))
                .hasMessageStartingWith("increase.decided: ");
        assertThat(written("increase-declined")).hasSize(2);
        assertThat(permits(JOBS, "21")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"quotes,5000", "quotes,6000.5", "quotes,-1", "quotes,1e999999999", "quotes,1e13"})
    void a_limit_is_more_than_before_and_as_fine_as_it_is_counted(String meter, String limit) {
        assertThatThrownBy(() -> does(customer, increases.ask(new MeterId(meter), new BigDecimal(limit), "")))
                .hasMessageStartingWith("increase.amount: ");
        assertThat(as(customer, increases.asked())).isEmpty();
    }

    @Test
    void what_does_not_stop_is_not_increased() {
        assertThatThrownBy(() -> does(customer, increases.ask(new MeterId("sites"), BigDecimal.TEN, "")))
                .hasMessageStartingWith("increase.not-limited: ");
    }

    @Test
    void only_who_sells_decides_and_nobody_for_himself() {
        does(customer, increases.ask(QUOTES, new BigDecimal("6000"), ""));
        var id = waiting().id();
        var itself = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "owner", Set.of("owner")));
        var viewer = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "viewer", Set.of("viewer")));
        assertThatThrownBy(() -> does(itself, desk.grant(customer.tenant(), id, new BigDecimal("6000"), null, "")))
                .hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> as(itself, desk.current())).hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> does(viewer, increases.withdraw(id))).hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() ->
                        does(Nimbus.RESELLER, desk.grant(customer.tenant(), id, new BigDecimal("6000"), null, "")))
                .hasMessageStartingWith("not-found: ");
        assertThat(as(Nimbus.RESELLER, desk.current()))
                .noneMatch(one -> one.customer().equals(customer.tenant()));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThatThrownBy(
                        () -> does(Acme.RESELLER, desk.grant(customer.tenant(), id, new BigDecimal("6000"), today, "")))
                .hasMessageStartingWith("increase.day: ");
        assertThat(waiting().state()).isEqualTo(State.ASKED);
    }

    @Test
    void what_a_reseller_asks_an_operator_of_the_platform_decides() {
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var platform = PlatformTenant.of(tenants);
        var slug = new Slug("r" + Long.toString(System.nanoTime(), 36));
        var made = as(job, tenants.createReseller(new NewTenant(slug, "Somebody", ZoneOffset.UTC)));
        var reseller = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
        as(reseller, subscriptions.subscribe(new Order("freight", "pro", ZoneOffset.UTC)));
        does(reseller, increases.ask(QUOTES, new BigDecimal("6000"), ""));
        var id = as(reseller, increases.asked()).getFirst().id();
        assertThatThrownBy(() -> does(reseller, desk.grant(made.id(), id, new BigDecimal("6000"), null, "")))
                .hasMessageStartingWith("forbidden: ");

        var operator =
                new Acting(platform.id(), platform.id(), new Actor(Actor.Kind.PERSON, "operator", Set.of("operator")));
        assertThat(as(operator, desk.current())).anyMatch(one -> one.id().equals(id) && one.isWaiting());
        does(operator, desk.grant(made.id(), id, new BigDecimal("6000"), null, ""));
        assertThat(as(reseller, increases.asked()).getFirst().granted()).isEqualByComparingTo("6000");
    }

    private boolean permits(MeterId meter, String more) {
        Left left = as(customer, entitlements.current()).left(meter);
        return left.permits(new BigDecimal(more));
    }

    private Increase waiting() {
        return as(Acme.RESELLER, desk.current()).stream()
                .filter(one -> one.customer().equals(customer.tenant()) && one.isWaiting())
                .findFirst()
                .orElseThrow();
    }

    private Increase only() {
        List<Increase> asked = as(customer, increases.asked());
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }

    private Increase find(MeterId meter) {
        return as(customer, increases.asked()).stream()
                .filter(one -> one.meter().id().equals(meter) && one.isWaiting())
                .findFirst()
                .orElseThrow();
    }

    private long notices(Increase asked) {
        return Objects.requireNonNull(As.one(
                transactions,
                new Acting(Acme.ID, Acme.ID, Actor.job("test")),
                database.sql("select count(*) from billing.limit_increase_notice where increase_id = :id")
                        .bind("id", asked.id().value())
                        .mapValue(Long.class)
                        .one()));
    }
}
