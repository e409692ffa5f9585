package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

/** What a counted event leaves in one of the tables belongs to its tenant. */
@TenantsTest
abstract class UsageIsolation extends TenantIsolationContract {

    @Autowired
    UsageEvents events;

    @Autowired
    Clock clock;

    /** Of a meter of its own, so that there is a new row in the rollups too. */
    @Override
    public Publisher<?> write() {
        Instant now = clock.instant();
        String id = Uuids.next().toString();
        var meter = new MeterId("m" + id.replace("-", ""));
        var event = new UsageEvent(new UsageEventId(id), meter, new Quantity(BigDecimal.ONE), now, "shop", Map.of());
        Span memory = new Span(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        return TenantContext.require().flatMap(acting -> counting(meter).add(acting, List.of(event), memory));
    }

    /** Counts events of that meter so that there is a new row in the table. */
    UsageEvents counting(MeterId meter) {
        return events;
    }
}
