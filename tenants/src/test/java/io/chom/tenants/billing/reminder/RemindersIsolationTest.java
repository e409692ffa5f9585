package io.chom.tenants.billing.reminder;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.reminder.DueReminders.Due;
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
class RemindersIsolationTest extends TenantIsolationContract {

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    DueReminders reminders;

    @Override
    public String table() {
        return "billing.reminder";
    }

    @Override
    public Publisher<?> write() {
        var day = LocalDate.of(1970, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(10_000));
        return subscriptions
                .bought()
                .onErrorResume(none -> subscriptions
                        .subscribe(new Order("freight", "pro", ZoneOffset.UTC))
                        .then(subscriptions.bought()))
                .flatMap(bought -> TenantContext.require()
                        .flatMap(acting -> reminders.record(
                                new Due(acting, bought.subscription().id(), Reminder.RENEWAL, day), Instant.EPOCH)));
    }
}
