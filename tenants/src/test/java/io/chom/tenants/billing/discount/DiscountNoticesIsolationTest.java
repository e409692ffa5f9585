package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;

@TenantsTest
class DiscountNoticesIsolationTest extends TenantIsolationContract {

    @Override
    public String table() {
        return "billing.discount_notice";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> database.sql("""
                        insert into billing.discount_notice (tenant_id, reseller_id, discount_id, step, told_at)
                        values (:tenant, :reseller, :id, 'asked', now())
                        """)
                        .bind("tenant", acting.tenant().value())
                        .bind("reseller", acting.reseller().value())
                        .bind("id", DiscountId.next().value())
                        .then());
    }
}
