package io.chom.tenants.billing.increase;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;

@TenantsTest
class IncreaseNoticesIsolationTest extends TenantIsolationContract {

    @Override
    public String table() {
        return "billing.limit_increase_notice";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> database.sql("""
                        insert into billing.limit_increase_notice (tenant_id, reseller_id, increase_id, told_at)
                        values (:tenant, :reseller, :id, now())
                        """)
                        .bind("tenant", acting.tenant().value())
                        .bind("reseller", acting.reseller().value())
                        .bind("id", IncreaseId.next().value())
                        .then());
    }
}
