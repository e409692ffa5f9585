package io.chom.tenants.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Several;
import io.chom.tenants.billing.Shops;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.ResellerDirectory;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A reseller whose customers pay in two currencies sees two sums, and so does the operator; never one of both. */
@TenantsTest
class SumsOfCurrenciesTest {

    private static final Acting OPERATOR =
            new Acting(Nimbus.ID, Nimbus.ID, new Actor(Actor.Kind.PERSON, "operator", Set.of("operator")));

    @Autowired
    ApplicationContext context;

    @Autowired
    TenantService tenants;

    @Autowired
    ResellerDirectory directory;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    private final List<Acting> buyers = new ArrayList<>();

    /** No other test can read the catalogue of this one. */
    @AfterEach
    void forget() {
        buyers.forEach(one -> As.one(
                transactions,
                one,
                database.sql("update billing.subscription set status = 'cancelled' where tenant_id = :tenant")
                        .bind("tenant", one.tenant().value())
                        .fetch()
                        .rowsUpdated()));
    }

    @Test
    void each_currency_has_a_sum_of_its_own() {
        var shops = Shops.of(context, Several.SOLD);
        var dashboards = new ResellerDashboards(tenants, shops.overviews(), Several.SOLD, clock);
        var platform = new PlatformOverviews(directory, shops.overviews(), crossTenant, Several.SOLD, clock);
        var reseller = reseller(shops);
        NewCustomers.of(reseller, tenants);
        assertThat(as(reseller, dashboards.current()).mrr()).isEqualTo(sums("0.00", Several.USD));

        buy(shops, reseller, "starter", Several.EUR);
        assertThat(as(reseller, dashboards.current()).mrr()).isEqualTo(sums("26.99", Several.EUR));

        var before = as(OPERATOR, platform.current()).mrr();
        buy(shops, reseller, "pro", Several.EUR);
        buy(shops, reseller, "pro", Several.KWD);
        buy(shops, reseller, "starter", Several.USD);

        var dashboard = as(reseller, dashboards.current());
        assertThat(dashboard.mrr().each()).hasToString("[100.00 EUR, 24.260 KWD, 29.00 USD]");
        assertThat(dashboard.customers())
                .extracting(row -> row.mrr().toString())
                .containsExactlyInAnyOrder("0.00 USD", "26.99 EUR", "73.01 EUR", "24.260 KWD", "29.00 USD");
        var overview = as(OPERATOR, platform.current());
        assertThat(overview.resellers().stream()
                        .filter(row -> row.id().equals(reseller.tenant()))
                        .map(PlatformOverview.ResellerRow::mrr))
                .containsExactly(dashboard.mrr());
        assertThat(sum(overview.mrr(), Several.EUR).minus(sum(before, Several.EUR)))
                .hasToString("73.01 EUR");
        assertThat(sum(overview.mrr(), Several.USD).minus(sum(before, Several.USD)))
                .hasToString("29.00 USD");
        assertThat(sum(overview.mrr(), Several.KWD)).hasToString("24.260 KWD");
    }

    private void buy(Shops shops, Acting reseller, String plan, Currency currency) {
        var one = NewCustomers.of(reseller, tenants);
        buyers.add(one);
        as(one, shops.subscriptions().subscribe(new Order("several", plan, Term.MONTH, ZoneOffset.UTC, 0, currency)));
    }

    private Acting reseller(Shops shops) {
        var name = "sums-" + UUID.randomUUID().toString().substring(0, 20);
        var acting = as(
                new Acting(Acme.ID, Acme.ID, Actor.job("test")),
                tenants.createReseller(new NewTenant(new Slug(name), name, ZoneId.of("UTC")))
                        .map(tenant -> Acme.RESELLER.as(tenant.id(), tenant.id())));
        as(acting, shops.subscriptions().subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC)));
        return acting;
    }

    private static Money sum(Sums sums, Currency currency) {
        return sums.each().stream()
                .filter(one -> one.currency().equals(currency))
                .findFirst()
                .orElseGet(() -> Money.zero(currency));
    }

    private static Sums sums(String amount, Currency currency) {
        return new Sums(List.of(Money.of(amount, currency)));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
