package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class CardVisitsTest extends TenantIsolationContract {

    @Autowired
    CardVisits visits;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.payment_card_page";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> visits.begin(
                                PaymentId.next(),
                                acting,
                                new Payee(acting.reseller(), null),
                                clock.instant(),
                                clock.instant())
                        .thenReturn("written"));
    }
}
