package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.LocalDate;
import java.util.UUID;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class CallLeasesTest extends TenantIsolationContract {

    @Autowired
    CallDays subject;

    @Override
    public String table() {
        return "developer.call_lease";
    }

    @Override
    public Publisher<?> write() {
        var claim = new Claim(UUID.randomUUID(), LocalDate.of(2099, 12, 31), Long.MAX_VALUE / 2, 0, 0, 1);
        return TenantContext.require().flatMap(acting -> subject.settle(acting.tenant(), claim));
    }
}
