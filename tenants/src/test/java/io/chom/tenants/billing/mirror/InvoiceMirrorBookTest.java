package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.util.Currency;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@TenantsTest
class InvoiceMirrorBookTest extends TenantIsolationContract {

    @Autowired
    InvoiceMirrorBook book;

    @Autowired
    DatabaseClient invoices;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.mirrored_invoice";
    }

    @Override
    public Publisher<?> write() {
        var amount = new Money(1_000, Currency.getInstance("USD"));
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(invoices, acting, acting.reseller(), amount, clock.instant())
                        .flatMap(invoice -> book.begin(
                                        new SyncedPayer(
                                                acting.tenant(), acting.reseller(), acting.reseller(), null, "cus_1"),
                                        invoice.id())
                                .thenReturn("written")));
    }
}
