package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class MirrorBookTest extends TenantIsolationContract {

    @Autowired
    MirrorBook book;

    @Override
    public String table() {
        return "billing.mirrored_subscription";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> book.begin(
                                new SyncedPayer(acting.tenant(), acting.reseller(), acting.reseller(), null, "cus_1"),
                                SubscriptionId.next())
                        .thenReturn("written"));
    }
}
