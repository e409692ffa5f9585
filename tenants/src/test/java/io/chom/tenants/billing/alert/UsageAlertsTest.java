package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class UsageAlertsTest extends TenantIsolationContract {

    @Autowired
    AlertBook book;

    @Override
    public String table() {
        return "billing.usage_alert";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> book.record(
                        acting,
                        SubscriptionId.next(),
                        new UsageAlert(
                                new MeterId("sites"),
                                Allowance.Per.MONTH,
                                LocalDate.EPOCH,
                                80,
                                BigDecimal.TWO,
                                BigDecimal.TWO,
                                Instant.EPOCH),
                        List.of(80)));
    }
}
