package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Instant;
import java.util.Locale;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class OptOutsTest extends TenantIsolationContract {

    @Autowired
    OptOuts subject;

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public String table() {
        return "platform.mail_opt_out";
    }

    @Override
    public Publisher<?> write() {
        var to = EmailAddress.of(Uuids.next() + "@customer.example");
        return TenantContext.require()
                .flatMap(
                        acting -> subject.put(database, acting, new Unsubscribing.Wish(to, "news", Locale.ENGLISH), NOW)
                                .thenReturn(true));
    }
}
