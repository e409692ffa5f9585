package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class RefundBookTest extends TenantIsolationContract {

    @Autowired
    RefundBook refunds;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.refund";
    }

    @Override
    public Publisher<?> write() {
        var amount = new Money(700, PaymentHouse.USD);
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(database, acting, acting.reseller(), amount, clock.instant())
                        .flatMap(invoice -> refunds.request(acting.tenant(), invoice.id(), amount, clock.instant())));
    }
}
