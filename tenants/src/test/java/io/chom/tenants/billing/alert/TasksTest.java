package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;

/** The program makes tasks across tenants; the law holds for whoever writes one. */
@TenantsTest
class TasksTest extends TenantIsolationContract {

    @Override
    public String table() {
        return "billing.task";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> database.sql("""
                        insert into billing.task (id, tenant_id, reseller_id, customer_id, kind, subscription_id, meter, per,
                               starts_on, included, used, due_on, made_at)
                        values (uuidv7(), :tenant, :reseller, uuidv7(), 'used-up', uuidv7(), 'sites', 'month',
                                current_date, 1, 2, current_date, now())
                        """)
                        .bind("tenant", acting.tenant().value())
                        .bind("reseller", acting.reseller().value())
                        .fetch()
                        .rowsUpdated());
    }
}
