package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class PlanChangesIsolationTest extends TenantIsolationContract {

    @Autowired
    Catalogues catalogues;

    @Autowired
    Clock real;

    @Override
    public String table() {
        return "billing.plan_change";
    }

    @Override
    public Publisher<?> write() {
        var book = new PlanChangeBook(database);
        var pro = catalogues.plan("hosting", "pro").orElseThrow();
        return TenantContext.require()
                .map(acting -> new Subscription(
                        SubscriptionId.next(),
                        acting.tenant(),
                        acting.reseller(),
                        "hosting",
                        1,
                        "starter",
                        Term.MONTH,
                        0,
                        Subscription.Status.CANCELLED,
                        1,
                        ZoneOffset.UTC,
                        real.instant(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null))
                .flatMap(one -> new Subscriptions(database, real)
                        .add(one)
                        .then(book.add(
                                one,
                                new PlanStep(LocalDate.EPOCH, pro, Proration.NONE),
                                LocalDate.EPOCH,
                                real.instant())));
    }
}
