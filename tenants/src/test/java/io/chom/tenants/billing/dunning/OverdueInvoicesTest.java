package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.util.Currency;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class OverdueInvoicesTest extends TenantIsolationContract {

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.dunning";
    }

    @Override
    public Publisher<?> write() {
        var amount = new Money(700, Currency.getInstance("USD"));
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(database, acting, acting.reseller(), amount, clock.instant()));
    }
}
