package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.ZoneOffset;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class DiscountsIsolationTest extends TenantIsolationContract {

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    DiscountBook book;

    @Override
    public String table() {
        return "billing.discount";
    }

    @Override
    public Publisher<?> write() {
        return subscriptions
                .bought()
                .onErrorResume(none -> subscriptions
                        .subscribe(new Order("freight", "pro", ZoneOffset.UTC))
                        .then(subscriptions.bought()))
                .flatMap(bought -> book.add(
                        bought.subscription(), DiscountRows.refused(bought.subscription(), DiscountId.next())));
    }
}
