package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@TenantsTest
class BrandsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Brands brands;

    @Autowired
    BrandVersions versions;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Broadcast broadcast;

    @Test
    void a_published_brand_is_worn_at_once_and_the_one_before_it_is_still_found() {
        var first = as(Acme.RESELLER, brands.publish(DemoBrands.acme()));
        var second = as(
                Acme.RESELLER,
                brands.publish(DemoBrands.acme().withLook(DemoBrands.platform().look())));
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(brands.of(Acme.ID).brand()).isEqualTo(second.brand());
        assertThat(brands.byHash(first.stylesheet().hash())).isPresent();
        assertThat(brands.asset(Acme.ID, first.stylesheet().path())).isPresent();
        assertThat(brands.asset(TenantId.next(), first.stylesheet().path())).isEmpty();
        as(Acme.RESELLER, brands.publish(DemoBrands.acme()));
    }

    @Test
    void what_is_stored_comes_back_as_it_was() {
        var published = as(Nimbus.RESELLER, brands.publish(DemoBrands.nimbus()));
        var stored = versions.newest(Nimbus.ID).collectList().block(PATIENCE);
        assertThat(stored).isNotNull();
        assertThat(stored.getLast().version()).isEqualTo(published.version());
        assertThat(stored.getLast().stylesheet()).isEqualTo(published.stylesheet());
        assertThat(stored.getLast().brand().contact())
                .isEqualTo(DemoBrands.nimbus().contact());
        assertThat(stored.getLast().assets().favicon().path())
                .isEqualTo(published.assets().favicon().path());
    }

    @Test
    void another_process_wears_it_within_a_second() {
        var elsewhere = new Brands(versions, transactions, broadcast);
        var worn = broadcast
                .listen(elsewhere.channel())
                .concatMap(body -> elsewhere.changed(body).thenReturn(body))
                .filter(Nimbus.ID.toString()::equals)
                .next()
                .toFuture();
        as(Nimbus.RESELLER, brands.publish(DemoBrands.nimbus()));
        assertThat(worn).succeedsWithin(Duration.ofSeconds(1));
        assertThat(elsewhere.of(Nimbus.ID).brand().name()).isEqualTo("Nimbus Cloud");
        assertThat(elsewhere.of(Nimbus.ID).version())
                .isEqualTo(brands.of(Nimbus.ID).version());
    }

    @Test
    void who_has_published_nothing_wears_a_look_that_names_nobody() {
        var nobody = TenantId.next();
        assertThat(brands.of(nobody).reseller()).isEqualTo(nobody);
        assertThat(brands.of(nobody).brand().name()).isEqualTo("Portal");
        assertThat(brands.byHash(brands.of(nobody).stylesheet().hash())).isPresent();
        assertThat(brands.byHash("0000000000000000")).isEmpty();
    }

    @Test
    void a_customer_publishes_no_brand() {
        assertThatThrownBy(() -> as(Acme.BAKERY, brands.publish(Brand.defaults("Bakery"))))
                .hasMessageContaining("forbidden");
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }
}
