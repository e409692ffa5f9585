package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

class CorrectionIsolationTest extends UsageIsolation {

    @Autowired
    Correcting correcting;

    @Override
    public String table() {
        return "usage.correction";
    }

    @Override
    public Publisher<?> write() {
        Instant now = clock.instant();
        var wrong = event(now, null);
        Span memory = new Span(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        return TenantContext.require()
                .flatMap(acting -> events.add(acting, List.of(wrong), memory)
                        .then(correcting.add(acting, List.of(event(now, wrong.id())), memory)));
    }

    private static UsageEvent event(Instant now, @Nullable UsageEventId corrects) {
        return new UsageEvent(
                new UsageEventId(Uuids.next().toString()),
                new MeterId("sites"),
                new Quantity(BigDecimal.ONE),
                now,
                null,
                Map.of(),
                corrects);
    }
}
