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
class DomainStandingsTest extends TenantIsolationContract {

    @Autowired
    DomainStandings subject;

    @Autowired
    Domains domains;

    @Override
    public String table() {
        return "tenancy.domain";
    }

    @Override
    public Publisher<?> write() {
        var host = HostName.of("s" + Uuids.next() + ".example");
        return TenantContext.require()
                .flatMap(acting -> domains.ask(acting, host, Instant.now())
                        .then(subject.watch(acting.tenant(), host, Instant.now())));
    }

    @Override
    public Flux<?> read() {
        return TenantContext.require().flatMapMany(acting -> subject.of(acting.tenant()));
    }
}
