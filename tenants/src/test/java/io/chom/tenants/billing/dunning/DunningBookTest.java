package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class DunningBookTest extends TenantIsolationContract {

    @Autowired
    DunningBook book;

    @Autowired
    Clock clock;

    @Override
    public String table() {
        return "billing.dunning_step";
    }

    @Override
    public Publisher<?> write() {
        var amount = new Money(700, Currency.getInstance("USD"));
        return TenantContext.require()
                .flatMap(acting -> Invoiced.write(database, acting, acting.reseller(), amount, clock.instant())
                        .map(invoice -> new Overdue(
                                acting.tenant(),
                                acting.reseller(),
                                invoice.id(),
                                invoice.number(),
                                amount,
                                invoice.dueOn(),
                                ZoneOffset.UTC,
                                Ladder.of(List.of("reminder 0"))))
                        .flatMap(overdue -> book.take(overdue, Rung.of("reminder 0"), clock.instant())));
    }
}
