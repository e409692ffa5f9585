package io.chom.tenants.billing.metering;

import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.metering.MeterReports.Place;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class MeterReportsTest extends TenantIsolationContract {

    @Autowired
    MeterReports reports;

    @Override
    public String table() {
        return "billing.meter_report";
    }

    @Override
    public Publisher<?> write() {
        var month = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1), ZoneOffset.UTC);
        return TenantContext.require()
                .flatMap(acting -> reports.ask(
                                new Place(
                                        new SyncedPayer(
                                                acting.tenant(), acting.reseller(), acting.reseller(), null, "cus_1"),
                                        SubscriptionId.next(),
                                        month),
                                new Totals(Map.of(new MeterId("sites"), BigDecimal.TEN)),
                                Instant.EPOCH)
                        .thenReturn("written"));
    }
}
