package io.chom.tenants.reseller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.reseller.PlatformOverview.ResellerRow;
import io.chom.tenants.reseller.ResellerDashboard.CustomerRow;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The reseller's dashboard and the operator's overview, which must tell the same of the same customers. */
@TenantsTest
class OverviewsTest {

    private static final Acting OPERATOR =
            new Acting(Nimbus.ID, Nimbus.ID, new Actor(Actor.Kind.PERSON, "operator", Set.of("operator")));

    @Autowired
    ResellerDashboards dashboards;

    @Autowired
    PlatformOverviews platform;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    UsageIngest ingest;

    @Autowired
    TenantService tenants;

    @Autowired
    io.chom.tenants.platform.CrossTenant crossTenant;

    @Autowired
    Clock clock;

    @Test
    void a_new_customer_near_its_limit_shows_in_the_sums_of_both() {
        ResellerDashboard before = as(Acme.RESELLER, dashboards.current());
        ResellerRow platformBefore = acme(as(OPERATOR, platform.current()));

        Acting customer = NewCustomers.of(Acme.RESELLER, tenants);
        as(customer, subscriptions.subscribe(new SubscriptionService.Order("hosting", "pro", ZoneId.of("UTC"))));
        as(
                new Acting(customer.tenant(), customer.reseller(), Actor.job("test")),
                ingest.accept(List.of(
                        UsageEventInput.of("e", new MeterId("sites"), BigDecimal.valueOf(20), clock.instant(), null))));
        NewCustomers.of(Acme.RESELLER, tenants);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            ResellerDashboard after = as(Acme.RESELLER, dashboards.current());
            assertThat(after.customers()).hasSize(before.customers().size() + 2);
            assertThat(only(after.mrr()).minus(only(before.mrr())).minor()).isEqualTo(7_900);
            assertThat(after.nearLimit()).isEqualTo(before.nearLimit() + 1);
            CustomerRow row = after.customers().stream()
                    .filter(one -> one.id().equals(customer.tenant()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.plan()).isEqualTo("Pro");
            assertThat(row.status()).isEqualTo("active");
            assertThat(row.highestPercent()).isEqualTo(80);

            ResellerRow platformAfter = acme(as(OPERATOR, platform.current()));
            assertThat(platformAfter.customers()).isEqualTo(after.customers().size());
            assertThat(platformAfter.customers()).isEqualTo(platformBefore.customers() + 2);
            assertThat(platformAfter.mrr()).isEqualTo(after.mrr());
            assertThat(platformAfter.nearLimit()).isEqualTo(after.nearLimit());
        });
    }

    @Test
    void more_customers_than_a_page_are_all_there() {
        Acting reseller = as(
                new Acting(Acme.ID, Acme.ID, Actor.job("test")),
                tenants.createReseller(new io.chom.tenants.tenancy.NewTenant(
                                new io.chom.tenants.tenancy.Slug("many-" + System.nanoTime()),
                                "Many",
                                ZoneId.of("UTC")))
                        .map(tenant -> Acme.RESELLER.as(tenant.id(), tenant.id())));
        as(reseller, subscriptions.subscribe(new SubscriptionService.Order("hosting", "enterprise", ZoneId.of("UTC"))));
        for (int index = 0; index < 201; index++) {
            NewCustomers.of(reseller, tenants);
        }

        assertThat(as(reseller, dashboards.current()).customers()).hasSize(201).doesNotHaveDuplicates();
    }

    @Test
    void neither_is_for_others_and_the_operators_look_is_recorded() {
        Long before = looks();

        assertThatThrownBy(() -> as(Acme.BAKERY, dashboards.current())).hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> as(Acme.RESELLER, platform.current())).hasMessageStartingWith("forbidden: ");
        assertThat(looks()).isEqualTo(before);

        as(OPERATOR, platform.current());
        assertThat(looks()).isGreaterThan(before);
    }

    private static Money only(Sums sums) {
        return sums.each().stream()
                .reduce((one, other) -> {
                    throw new IllegalStateException("More than one currency: " + sums);
                })
                .orElseThrow();
    }

    private Long looks() {
        return Objects.requireNonNull(crossTenant
                .one(
                        io.chom.tenants.platform.CrossTenant.Purpose.routine("test"),
                        (DatabaseClient database) ->
                                database.sql("""
                                select count(*) from platform.cross_tenant_access
                                where purpose = 'platform overview' and actor = 'operator'
                                """).mapValue(Long.class).one())
                .block(Duration.ofSeconds(10)));
    }

    private static ResellerRow acme(PlatformOverview overview) {
        return overview.resellers().stream()
                .filter(row -> row.id().equals(Acme.ID))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
