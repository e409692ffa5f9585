package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.time.LocalDate;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class ReportBookTest extends TenantIsolationContract {

    @Autowired
    ReportBook book;

    @Override
    public String table() {
        return "billing.usage_report";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> book.record(
                        acting,
                        ReportBook.Kind.PERIOD,
                        LocalDate.ofEpochDay(System.nanoTime() % 1_000_000),
                        Instant.EPOCH));
    }
}
