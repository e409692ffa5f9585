package io.chom.tenants.developer.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class ApiPlansTest extends TenantIsolationContract {

    @Autowired
    ApiPlans subject;

    @Autowired
    Catalogues catalogues;

    @Autowired
    TenantService tenants;

    @Override
    public String table() {
        return "developer.api_plan";
    }

    /** A plan without a limit, so that other tests may call for the standing tenants as they like. */
    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> choose(acting, "enterprise", Instant.now()));
    }

    @Test
    void the_latest_choice_holds_in_the_zone_of_the_first() {
        var customer = NewCustomers.of(Acme.RESELLER, tenants);
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var moved = database.sql("update tenancy.tenant set time_zone = :zone where tenant_id = :tenant")
                .bind("tenant", customer.tenant().value());
        As.one(transactions, customer, moved.bind("zone", "Asia/Tokyo").then());
        As.one(transactions, customer, choose(customer, "starter", now));
        As.one(transactions, customer, moved.bind("zone", "Europe/Berlin").then());
        As.one(transactions, customer, choose(customer, "professional", now.plusSeconds(1)));

        var found = As.one(transactions, customer, subject.find(customer.tenant()));

        assertThat(found.slug()).isEqualTo("professional");
        assertThat(found.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(found.since()).isEqualTo(now.plusSeconds(1));
    }

    private Mono<ApiPlan> choose(Acting acting, String slug, Instant since) {
        return subject.choose(acting.tenant(), catalogues.plan("api", slug).orElseThrow(), since);
    }
}
