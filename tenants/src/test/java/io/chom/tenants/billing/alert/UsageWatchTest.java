package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class UsageWatchTest extends TenantIsolationContract {

    @Autowired
    CrossTenant crossTenant;

    @Override
    public String table() {
        return "billing.usage_watch";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> platform("""
                insert into billing.usage_watch (tenant_id, reseller_id, looked_at)
                select tenant_id, reseller_id, now() from tenancy.tenant where tenant_id = :tenant
                """, acting));
    }

    /** There is one for each tenant; the program's own worker may have written it. */
    @BeforeEach
    @AfterEach
    void clear() {
        platform("delete from billing.usage_watch where tenant_id = :tenant", Acme.BAKERY)
                .then(platform("delete from billing.usage_watch where tenant_id = :tenant", Nimbus.STUDIO))
                .block(Duration.ofSeconds(20));
    }

    private Mono<Long> platform(String statement, Acting acting) {
        return crossTenant.one(
                Purpose.routine("test"),
                platform -> platform.sql(statement)
                        .bind("tenant", acting.tenant().value())
                        .fetch()
                        .rowsUpdated());
    }
}
