package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class PurchasesTest extends TenantIsolationContract {

    private static final String CATALOGUE = "white-label";

    @Autowired
    Purchases purchases;

    @Autowired
    TenantService tenants;

    @Test
    void what_is_paid_by_the_month_is_had_once_until_it_is_given_up() {
        var buyer = NewCustomers.of(Acme.RESELLER, tenants);
        var bought = as(buyer, purchases.buy(CATALOGUE, "managed"));
        assertThat(as(buyer, purchases.held().collectList())).containsExactly(bought);
        assertThat(bought.product().price()).hasToString("499.00 USD");
        assertThatThrownBy(() -> as(buyer, purchases.buy(CATALOGUE, "managed")))
                .hasMessageContaining("billing.already-bought");

        as(buyer, purchases.end(bought.id()));

        assertThat(as(buyer, purchases.held().collectList())).isEmpty();
        assertThatThrownBy(() -> as(buyer, purchases.end(bought.id()))).hasMessageContaining("not-found");
        assertThat(as(buyer, purchases.buy(CATALOGUE, "managed")).id()).isNotEqualTo(bought.id());
    }

    @Test
    void what_is_paid_once_can_be_bought_again_and_not_given_up() {
        var buyer = NewCustomers.of(Acme.RESELLER, tenants);
        var first = as(buyer, purchases.buy(CATALOGUE, "domain-setup"));
        assertThat(as(buyer, purchases.buy(CATALOGUE, "domain-setup")).id()).isNotEqualTo(first.id());
        assertThat(as(buyer, purchases.held().collectList())).isEmpty();
        assertThatThrownBy(() -> as(buyer, purchases.end(first.id()))).hasMessageContaining("not-found");
    }

    @Test
    void nobody_else_buys_sees_or_ends_it() {
        var buyer = NewCustomers.of(Acme.RESELLER, tenants);
        var bought = as(buyer, purchases.buy(CATALOGUE, "managed"));
        assertThatThrownBy(() -> as(Acme.BAKERY, purchases.end(bought.id()))).hasMessageContaining("not-found");
        assertThatThrownBy(() -> as(Acme.RESELLER, purchases.end(bought.id()))).hasMessageContaining("not-found");
        var member = new Acting(
                buyer.tenant(), buyer.reseller(), new Actor(Actor.Kind.PERSON, "test|member", Set.of("member")));
        assertThatThrownBy(() -> as(member, purchases.buy(CATALOGUE, "managed")))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(member, purchases.held().collectList())).hasMessageContaining("forbidden");
    }

    @Test
    void what_is_not_on_sale_cannot_be_bought() {
        assertThatThrownBy(() -> as(Acme.BAKERY, purchases.buy(CATALOGUE, "moon")))
                .hasMessageContaining("billing.unknown-product");
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(20));
    }

    @Override
    public String table() {
        return "billing.purchase";
    }

    @Override
    public Publisher<?> write() {
        return purchases.buy(CATALOGUE, "domain-setup");
    }
}
