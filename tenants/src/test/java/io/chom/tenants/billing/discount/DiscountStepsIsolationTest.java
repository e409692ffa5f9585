package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.ZoneOffset;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class DiscountStepsIsolationTest extends TenantIsolationContract {

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    DiscountBook book;

    @Autowired
    DiscountSteps steps;

    @Override
    public String table() {
        return "billing.discount_step";
    }

    @Override
    public Publisher<?> write() {
        return subscriptions
                .bought()
                .onErrorResume(none -> subscriptions
                        .subscribe(new Order("freight", "pro", ZoneOffset.UTC))
                        .then(subscriptions.bought()))
                .map(bought -> DiscountRows.refused(bought.subscription(), DiscountId.next()))
                .flatMap(one -> subscriptions
                        .bought()
                        .flatMap(bought -> book.add(bought.subscription(), one))
                        .then(TenantContext.require())
                        .flatMap(acting -> steps.add(acting, DiscountRows.step(one))));
    }
}
