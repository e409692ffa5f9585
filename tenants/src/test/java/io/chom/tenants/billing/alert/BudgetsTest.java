package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class BudgetsTest extends TenantIsolationContract {

    private static final Budget JPY = new Budget(new Money(5_000, Currency.getInstance("JPY")));

    @Autowired
    Budgets budgets;

    @Override
    public String table() {
        return "billing.budget";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> budgets.put(acting, JPY, Instant.EPOCH)
                        .then(budgets.find(acting.tenant()))
                        .filter(JPY::equals));
    }

    /** There is one for each tenant, so that the next test could not write another. */
    @AfterEach
    void clear() {
        for (var one : List.of(Acme.BAKERY, Nimbus.STUDIO)) {
            As.one(transactions, one, database.sql("delete from billing.budget").then());
        }
    }
}
