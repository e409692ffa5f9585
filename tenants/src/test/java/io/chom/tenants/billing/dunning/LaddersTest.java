package io.chom.tenants.billing.dunning;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class LaddersTest extends TenantIsolationContract {

    @Autowired
    Ladders ladders;

    @Override
    public String table() {
        return "billing.dunning_ladder";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting ->
                        ladders.save(acting, Uuids.next().toString(), Ladder.of(List.of("reminder 0", "reminder 5"))));
    }
}
