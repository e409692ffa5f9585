package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class UsageOverviewsTest {

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    UsageOverviews overviews;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    UsageIngest ingest;

    @Autowired
    TenantService tenants;

    @Autowired
    Clock clock;

    private Acting customer;

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata", "Pacific/Chatham"})
    void the_running_period_is_rated_against_the_plan_that_was_bought(String zone) {
        Subscription bought = subscribe(customer, "pro", ZoneId.of(zone));
        Period period = bought.period(clock.instant());
        send(
                event("sites", "27", period.start()),
                event("sites", "26", clock.instant()),
                event("bandwidth_gb", "400", period.start()),
                event("bandwidth_gb", "112.5", clock.instant()),
                event("bandwidth_gb", "999", period.start().minusMillis(1)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            UsageOverview overview = as(customer, overviews.current());
            assertThat(overview.period()).isEqualTo(period);
            assertThat(overview.meters())
                    .extracting(
                            one -> one.meter().id() + " " + one.used() + " " + one.percent() + " " + one.overageCost())
                    .containsExactly(
                            "sites 27 108 8.00 USD", "storage_gb 0 0 0.00 USD", "bandwidth_gb 512.5 102 0.38 USD");
            assertThat(overview.estimate().lines())
                    .extracting(LineItem::formula)
                    .containsExactly(
                            "$79.00 a month",
                            "2 sites over your 25 sites × $4.00 = $8.00",
                            "12.5 GB over your 500 GB × $0.03 = $0.38");
            assertThat(overview.estimate().total().minor()).isEqualTo(8_738);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kolkata"})
    void what_is_included_by_the_day_counts_from_midnight_of_the_customer(String zone) {
        Subscription bought = subscribe(customer, "freight", "pro", ZoneId.of(zone));
        Instant now = clock.instant();
        Instant midnight = bought.period(now).dayOf(now).from();
        send(
                event("bulk_jobs", "19", midnight),
                event("bulk_jobs", "3", now),
                event("bulk_jobs", "500", midnight.minusMillis(1)),
                event("quotes", "40", now));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            UsageOverview overview = as(customer, overviews.current());
            assertThat(overview.meters())
                    .extracting(one -> one.meter().id() + " " + one.used() + " " + one.percent() + " " + one.overage())
                    .containsExactly("quotes 40 0 0", "bulk_jobs 22 110 2", "directory_invites 0 0 0");
            assertThat(overview.estimate().total()).isEqualTo(overview.plan().price());
        });
        assertThat(as(Acme.RESELLER, overviews.ofCustomers())
                        .get(customer.tenant())
                        .nearLimit())
                .isTrue();
    }

    @Test
    void a_plan_is_bought_once_by_those_who_may_and_only_if_it_is_on_sale() {
        Acting viewer = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "viewer", Set.of("viewer")));

        assertThatThrownBy(() -> subscribe(viewer, "pro", ZoneId.of("UTC"))).hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> subscribe(customer, "gold", ZoneId.of("UTC")))
                .hasMessageStartingWith("billing.unknown-plan: ");
        assertThatThrownBy(() -> as(customer, overviews.current())).hasMessageStartingWith("not-found: ");
        subscribe(customer, "starter", ZoneId.of("UTC"));
        assertThatThrownBy(() -> subscribe(customer, "pro", ZoneId.of("UTC")))
                .hasMessageStartingWith("billing.already-subscribed: ");
        assertThat(as(viewer, subscriptions.current()).plan().slug()).isEqualTo("starter");
    }

    @Test
    void a_reseller_sees_its_customers_and_an_operator_everybodys_and_nobody_else_anything() {
        Acting foreign = NewCustomers.of(Nimbus.RESELLER, tenants);
        subscribe(customer, "pro", ZoneId.of("Europe/Berlin"));
        subscribe(foreign, "starter", ZoneId.of("UTC"));
        Acting operator = new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "operator", Set.of("operator")));

        assertThat(as(Acme.RESELLER, overviews.ofCustomers()))
                .containsKey(customer.tenant())
                .doesNotContainKey(foreign.tenant());
        assertThat(as(customer, overviews.ofCustomers())).isEmpty();
        assertThat(as(operator, crossTenant.one(Purpose.routine("test"), overviews::ofEverybody)))
                .containsKeys(customer.tenant(), foreign.tenant());
        assertThatThrownBy(() -> as(Acme.RESELLER, crossTenant.one(Purpose.routine("test"), overviews::ofEverybody)))
                .hasMessageStartingWith("forbidden: ");
    }

    private Subscription subscribe(Acting acting, String plan, ZoneId zone) {
        return subscribe(acting, "hosting", plan, zone);
    }

    private Subscription subscribe(Acting acting, String catalogue, String plan, ZoneId zone) {
        return as(
                acting,
                subscriptions.subscribe(
                        new SubscriptionService.Order(catalogue, plan, zone),
                        clock.instant().minus(Duration.ofDays(10))));
    }

    private void send(UsageEventInput... events) {
        Acting job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        assertThat(as(job, ingest.accept(List.of(events))).rejected()).isEmpty();
    }

    private static UsageEventInput event(String meter, String quantity, Instant time) {
        return UsageEventInput.of(meter + time, new MeterId(meter), new BigDecimal(quantity), time, null);
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
