package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class ConnectedAccountsTest extends TenantIsolationContract {

    @Autowired
    ConnectedAccounts accounts;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.payment_account";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting ->
                        accounts.begin(acting, "acct_1", clock.instant()).thenReturn("written"));
    }

    /** There is one for each tenant, so that the next test could not write another. */
    @AfterEach
    void clear() {
        for (var one : List.of(Acme.BAKERY, Nimbus.STUDIO)) {
            As.one(
                    transactions,
                    one,
                    database.sql("delete from billing.payment_account").then());
        }
    }
}
