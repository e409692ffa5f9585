package io.chom.tenants.billing.details;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class ProfilesIsolationTest extends TenantIsolationContract {

    @Autowired
    Profiles profiles;

    @Override
    public String table() {
        return "billing.billing_details";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> profiles.save(
                                acting, new Profile(Papers.in("DE", ""), Treatment.NONE), Instant.EPOCH)
                        .then(profiles.of(List.of(acting.tenant()))));
    }

    /** There is one for each tenant, so that the next test could not write another. */
    @AfterEach
    void clear() {
        for (var one : List.of(Acme.BAKERY, Nimbus.STUDIO)) {
            As.one(
                    transactions,
                    one,
                    database.sql("delete from billing.billing_details").then());
        }
    }
}
