package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class MailQueueTest extends TenantIsolationContract {

    @Autowired
    MailQueue subject;

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public String table() {
        return "platform.mail";
    }

    @Override
    public Publisher<?> write() {
        var to = EmailAddress.of(Uuids.next() + "@customer.example");
        return TenantContext.require()
                .flatMap(acting -> subject.add(acting, new MailRoundTest.Tried("x", true), to, null, NOW, NOW)
                        .thenReturn(true));
    }
}
