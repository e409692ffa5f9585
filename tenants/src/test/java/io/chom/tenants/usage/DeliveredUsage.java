package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.StreamRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

/** An event as it comes out of the stream, for tests that do without one. */
public record DeliveredUsage(Acting customer, MeterId meter, BigDecimal quantity, Instant time) {

    /** Counted by one of the programs to which it was delivered; by each further one it changes nothing. */
    public Mono<Void> count(ApplicationContext program) {
        var id = new UsageEventId(meter + " " + quantity + " " + time);
        var event = new UsageEvent(id, meter, new Quantity(quantity), time, null, Map.of());
        var records = UsageWire.write(List.of(event)).stream()
                .map(payload -> new StreamRecord(customer.tenant(), customer.reseller(), payload))
                .toList();
        return program.getBean(UsageCounting.class).count(records);
    }

    /** What is told of it on {@link UsageChanges#CHANNEL}. */
    public String news() {
        return UsageChanges.body(customer);
    }
}
