package io.chom.tenants.billing;

import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class SubscriptionsTest extends TenantIsolationContract {

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.subscription";
    }

    /** A cancelled one, of which a tenant may have many. */
    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> subscriptions.add(cancelled(acting)));
    }

    private Subscription cancelled(Acting acting) {
        return new Subscription(
                SubscriptionId.next(),
                acting.tenant(),
                acting.reseller(),
                "hosting",
                1,
                "pro",
                Term.MONTH,
                0,
                Subscription.Status.CANCELLED,
                1,
                ZoneOffset.UTC,
                clock.instant(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
