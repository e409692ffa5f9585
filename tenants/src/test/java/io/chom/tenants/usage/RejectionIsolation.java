package io.chom.tenants.usage;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;

/** What a refused event leaves in one of the tables belongs to its tenant. */
@TenantsTest
abstract class RejectionIsolation extends TenantIsolationContract {

    @Autowired
    RejectionBook book;

    /** Two on a day of its own, later than any before, of which one is kept: the other one is a loss. */
    @Override
    public Publisher<?> write() {
        Instant day = Instant.EPOCH.plus(Duration.ofDays(30_000 + System.nanoTime() / 1_000_000 % 1_000_000));
        Span memory = new Span(day.minus(Duration.ofDays(1)), day.plus(Duration.ofDays(1)));
        return TenantContext.require()
                .flatMap(acting -> book.keep(acting, List.of(refusal()), 1, day, memory)
                        .then(book.keep(acting, List.of(refusal()), 1, day.plusMillis(1), memory))
                        .thenReturn(true));
    }

    private static Refusal refusal() {
        String id = Uuids.next().toString();
        return new Refusal(
                Refusal.name(id),
                id,
                "cities",
                "1",
                null,
                null,
                Map.of(),
                true,
                "usage.unknown-meter",
                "No such meter.");
    }
}
