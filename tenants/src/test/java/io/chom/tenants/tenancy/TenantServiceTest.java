package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.Tenant.Reason;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class TenantServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    TenantService tenants;

    @Autowired
    Suspensions suspensions;

    @Autowired
    SubscriptionService subscriptions;

    @Test
    void a_reseller_creates_customers_and_lists_them_page_by_page() {
        var reseller = reseller();
        for (String slug : List.of("c", "a", "b", "e", "d")) {
            as(reseller, tenants.createCustomer(new NewTenant(new Slug(slug), "Customer " + slug, BERLIN)));
        }
        List<String> seen = new ArrayList<>();
        @Nullable Cursor next = null;
        do {
            var page = as(reseller, tenants.customers(next, 2));
            page.items().forEach(tenant -> seen.add(tenant.slug().value()));
            next = page.next();
        } while (next != null);
        assertThat(seen).containsExactly("a", "b", "c", "d", "e");
        assertThat(as(Nimbus.RESELLER, tenants.customers(null, 200)).items())
                .noneMatch(tenant -> tenant.name().startsWith("Customer "));
    }

    @Test
    void a_short_name_is_unique_among_brand_owners_and_among_the_customers_of_one() {
        var reseller = reseller();
        var bakery = new NewTenant(new Slug("bakery"), "Another bakery", BERLIN);
        assertThat(as(reseller, tenants.createCustomer(bakery)).kind()).isEqualTo(Tenant.Kind.CUSTOMER);
        assertThatThrownBy(() -> as(reseller, tenants.createCustomer(bakery)))
                .hasMessageContaining("tenant.slug-taken");
        assertThatThrownBy(() -> as(job(), tenants.createReseller(new NewTenant(new Slug("acme"), "Acme", BERLIN))))
                .hasMessageContaining("tenant.slug-taken");
    }

    @Test
    void only_the_platform_creates_resellers_and_only_their_people_create_customers() {
        var wanted = new NewTenant(new Slug("nobodys"), "Nobody's", BERLIN);
        assertThatThrownBy(() -> as(Acme.RESELLER, tenants.createReseller(wanted)))
                .hasMessageContaining("forbidden");
        var pretender = new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "x", java.util.Set.of("operator")));
        assertThatThrownBy(() -> as(pretender, tenants.createReseller(wanted))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(pretender, tenants.resellers(null, 10))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(Acme.BAKERY, tenants.createCustomer(wanted)))
                .hasMessageContaining("forbidden");
    }

    @Test
    void a_foreign_tenant_and_a_missing_one_are_the_same_to_the_one_who_asks() {
        var missing = TenantId.next();
        for (var acting : List.of(Acme.RESELLER, Acme.BAKERY)) {
            var foreign = catchThrowable(() -> as(acting, tenants.acting(Nimbus.STUDIO.tenant())));
            var absent = catchThrowable(() -> as(acting, tenants.acting(missing)));
            assertThat(foreign).hasMessageContaining("not-found").hasMessage(absent.getMessage());
            assertThat(catchThrowable(() -> as(acting, tenants.find(Nimbus.ID))))
                    .hasMessage(absent.getMessage());
        }
        assertThatThrownBy(() -> as(Acme.BAKERY, tenants.acting(Acme.FLORIST.tenant())))
                .hasMessageContaining("not-found");
        assertThat(as(Acme.RESELLER, tenants.acting(Acme.BAKERY.tenant())).tenant())
                .isEqualTo(Acme.BAKERY.tenant());
    }

    @Test
    void a_suspension_is_known_within_a_second_and_reaches_the_customers_of_a_reseller() {
        var reseller = reseller();
        var customer = as(reseller, tenants.createCustomer(new NewTenant(new Slug("one"), "One", BERLIN)));
        as(reseller, tenants.suspend(customer.id(), Reason.DECISION));
        await(customer, true);
        as(reseller, tenants.resume(customer.id(), Reason.DECISION));
        await(customer, false);
        as(job(), tenants.suspend(reseller.tenant(), Reason.DECISION));
        await(customer, true);
        as(job(), tenants.resume(reseller.tenant(), Reason.DECISION));
        await(customer, false);
    }

    @Test
    void who_is_suspended_for_two_reasons_is_back_without_both() {
        var reseller = reseller();
        var customer = as(reseller, tenants.createCustomer(new NewTenant(new Slug("two"), "Two", BERLIN)));
        as(reseller, tenants.suspend(customer.id(), Reason.DECISION));
        as(job(), tenants.suspend(customer.id(), Reason.PAYMENT));
        as(job(), tenants.suspend(customer.id(), Reason.PAYMENT));

        assertThat(as(job(), tenants.resume(customer.id(), Reason.PAYMENT)).status())
                .isEqualTo(Tenant.Status.SUSPENDED);
        assertThat(as(reseller, tenants.resume(customer.id(), Reason.DECISION)).status())
                .isEqualTo(Tenant.Status.ACTIVE);
    }

    @Test
    void nobody_suspends_themselves_or_a_stranger() {
        assertThatThrownBy(() -> as(Acme.RESELLER, tenants.suspend(Acme.ID, Reason.DECISION)))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(Acme.BAKERY, tenants.suspend(Acme.FLORIST.tenant(), Reason.DECISION)))
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> as(Nimbus.RESELLER, tenants.suspend(Acme.BAKERY.tenant(), Reason.DECISION)))
                .hasMessageContaining("not-found");
    }

    private void await(Tenant customer, boolean stopped) {
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (suspensions.stop(customer.id(), customer.reseller()) != stopped) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Acting reseller() {
        var slug = new Slug("r" + Long.toString(System.nanoTime(), 36));
        var made = as(job(), tenants.createReseller(new NewTenant(slug, "Reseller", BERLIN)));
        var reseller = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
        as(reseller, subscriptions.subscribe(new Order("hosting", "enterprise", BERLIN)));
        return reseller;
    }

    private static Acting job() {
        return new Acting(Acme.ID, Acme.ID, Actor.job("test"));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }
}
