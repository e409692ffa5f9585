package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class PayersTest extends TenantIsolationContract {

    @Autowired
    Payers payers;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.payment_payer";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> payers.save(acting.tenant(), new Payee(new TenantId(Uuids.next()), null), "cus_1")
                        .thenReturn("written"));
    }
}
