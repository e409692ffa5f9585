package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HostName;
import java.time.Instant;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TenantsTest
class DomainsTest extends TenantIsolationContract {

    @Autowired
    Domains subject;

    @Override
    public String table() {
        return "tenancy.domain";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> subject.ask(acting, HostName.of("h" + Uuids.next() + ".example"), Instant.now()));
    }

    @Override
    public Flux<?> read() {
        return TenantContext.require().flatMapMany(acting -> subject.of(acting.tenant()));
    }
}
