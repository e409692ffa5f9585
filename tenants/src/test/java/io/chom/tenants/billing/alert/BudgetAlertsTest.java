package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class BudgetAlertsTest extends TenantIsolationContract {

    private static final Currency KWD = Currency.getInstance("KWD");

    @Autowired
    AlertBook book;

    @Override
    public String table() {
        return "billing.budget_alert";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> book.record(
                        acting,
                        SubscriptionId.next(),
                        new BudgetAlert(LocalDate.EPOCH, 80, new Money(5, KWD), new Money(4, KWD), Instant.EPOCH),
                        List.of(80)));
    }
}
