package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant.Reason;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Who may have customers of their own: by a plan that includes it, or by a grant of the platform. */
@TenantsTest
class EntitlementsTest extends TenantIsolationContract {

    @Autowired
    Entitlements entitlements;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    TenantService tenants;

    @Autowired
    CrossTenant platform;

    @ParameterizedTest
    @CsvSource({
        "enterprise, active, true",
        "enterprise, trialing, true",
        "enterprise, past_due, true",
        "enterprise, paused, false",
        "enterprise, cancelled, false",
        "pro, active, false"
    })
    void reselling_takes_a_running_plan_that_includes_it(String plan, String status, boolean may) {
        var reseller = reseller();
        as(reseller, subscriptions.subscribe(new Order("hosting", plan, ZoneOffset.UTC)));
        as(
                reseller,
                database.sql("update billing.subscription set status = :status where tenant_id = :tenant")
                        .bind("status", status)
                        .bind("tenant", reseller.tenant().value())
                        .then()
                        .as(transactions::transactional));

        assertThat(as(reseller, entitlements.has(Entitlement.RESELL))).isEqualTo(may);
        if (may) {
            assertThat(as(reseller, tenants.createCustomer(customer())).reseller())
                    .isEqualTo(reseller.tenant());
        } else {
            assertThatThrownBy(() -> as(reseller, tenants.createCustomer(customer())))
                    .hasMessageContaining("tenant.no-reselling");
        }
    }

    @Test
    void who_is_suspended_may_nothing_within_a_second_and_all_of_it_again_after() {
        var customer = NewCustomers.of(Acme.RESELLER, tenants);
        as(customer, subscriptions.subscribe(new Order("hosting", "pro", ZoneOffset.UTC)));
        await().until(() -> as(customer, entitlements.of(customer)).plan() != null);

        as(Acme.RESELLER, tenants.suspend(customer.tenant(), Reason.PAYMENT));
        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            var stopped = as(customer, entitlements.of(customer));
            assertThat(stopped.features()).isEmpty();
            assertThat(stopped.rest()).isInstanceOf(Left.Nothing.class);
            assertThat(entitlements.held(customer))
                    .hasValueSatisfying(held -> assertThat(held.plan()).isNull());
        });

        as(Acme.RESELLER, tenants.resume(customer.tenant(), Reason.PAYMENT));
        await().atMost(Duration.ofSeconds(1))
                .until(() -> as(customer, entitlements.of(customer)).plan() != null);
    }

    @Test
    void who_was_granted_it_needs_no_plan_and_who_has_neither_may_not() {
        var reseller = reseller();
        assertThatThrownBy(() -> as(reseller, tenants.createCustomer(customer())))
                .hasMessageContaining("tenant.no-reselling");

        as(reseller, grant("resell", reseller));

        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(Refused.class)
                .untilAsserted(() -> assertThat(
                                as(reseller, tenants.createCustomer(customer())).reseller())
                        .isEqualTo(reseller.tenant()));
    }

    private Acting reseller() {
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var made = Objects.requireNonNull(as(job, tenants.createReseller(customer())));
        return new Acting(made.id(), made.id(), Acme.RESELLER.actor());
    }

    private static NewTenant customer() {
        return new NewTenant(new Slug("e" + Long.toString(System.nanoTime(), 36)), "Somebody", ZoneOffset.UTC);
    }

    private Mono<Void> grant(String entitlement, Acting whom) {
        return platform.one(
                CrossTenant.Purpose.routine("test"),
                all -> all.sql("""
                        insert into billing.entitlement_grant (tenant_id, reseller_id, entitlement, reason)
                        values (:tenant, :reseller, :entitlement, 'test')
                        """)
                        .bind("tenant", whom.tenant().value())
                        .bind("reseller", whom.reseller().value())
                        .bind("entitlement", entitlement)
                        .then());
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(20));
    }

    @Override
    public String table() {
        return "billing.entitlement_grant";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> grant("t" + letters(System.nanoTime()), acting));
    }

    private static String letters(long number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .reduce("", String::concat);
    }
}
