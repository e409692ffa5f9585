package io.chom.tenants.billing;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class PausesIsolationTest extends TenantIsolationContract {

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    PauseBook book;

    @Override
    public String table() {
        return "billing.pause";
    }

    @Override
    public Publisher<?> write() {
        // Long before there was anything to pause, so that nobody finds itself paused.
        var day = LocalDate.of(1970, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(10_000));
        return subscriptions
                .bought()
                .onErrorResume(none -> subscriptions
                        .subscribe(new Order("freight", "pro", ZoneOffset.UTC))
                        .then(subscriptions.bought()))
                .flatMap(bought -> TenantContext.require()
                        .flatMap(acting -> book.add(
                                acting, bought.subscription(), new Pause(day, day.plusDays(1), null), Instant.EPOCH)));
    }
}
