package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.increase.IncreaseBook.Wish;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class IncreasesIsolationTest extends TenantIsolationContract {

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    IncreaseBook book;

    @Override
    public String table() {
        return "billing.limit_increase";
    }

    @Override
    public Publisher<?> write() {
        return subscriptions
                .bought()
                .onErrorResume(none -> subscriptions
                        .subscribe(new Order("freight", "pro", ZoneOffset.UTC))
                        .then(subscriptions.bought()))
                .flatMap(bought -> TenantContext.require()
                        .flatMap(acting -> book.ask(
                                acting,
                                bought,
                                new Wish(
                                        new MeterId(
                                                "m" + Uuids.next().toString().replace("-", "")),
                                        BigDecimal.ONE,
                                        BigDecimal.TEN,
                                        ""),
                                Instant.EPOCH)));
    }
}
