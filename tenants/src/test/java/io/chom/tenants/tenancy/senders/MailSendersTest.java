package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TenantsTest
class MailSendersTest extends TenantIsolationContract {

    @Autowired
    MailSenders subject;

    @Override
    public String table() {
        return "tenancy.mail_sender";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting ->
                        subject.put(acting, MailSenderSettings.NONE, null).thenReturn(true));
    }

    /** A tenant has one row at most, so that each test has to begin without any. */
    @BeforeEach
    void begin() {
        for (Acting acting : List.of(Acme.BAKERY, Acme.FLORIST, Nimbus.STUDIO, Nimbus.RESELLER)) {
            As.one(
                    transactions,
                    acting,
                    database.sql("delete from tenancy.mail_sender where tenant_id = :tenant")
                            .bind("tenant", acting.tenant().value())
                            .fetch()
                            .rowsUpdated());
        }
    }

    @Override
    public Flux<?> read() {
        return TenantContext.require().flatMapMany(acting -> subject.find(acting.tenant()));
    }
}
