package io.chom.tenants.billing;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.util.Currency;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class PartyBookIsolationTest extends TenantIsolationContract {

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.invoice_party";
    }

    /** Details that are there for one invoice. */
    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(
                                database,
                                acting,
                                acting.reseller(),
                                new Money(700, Currency.getInstance("USD")),
                                clock.instant())
                        .flatMap(invoice -> database.sql("""
                                        insert into billing.invoice_party
                                        select :tenant, :invoice, 'buyer', :reseller, 'a', 'b', '', 'c', 'd', 'DE', '', '', '', ''
                                        """)
                                .bind("tenant", acting.tenant().value())
                                .bind("invoice", invoice.id().value())
                                .bind("reseller", acting.reseller().value())
                                .fetch()
                                .rowsUpdated()));
    }
}
