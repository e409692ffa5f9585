package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets in as many requests as can be served in time and refuses the rest while that is still cheap: what is begun under
 * overload and not finished helps nobody.
 */
@Component
class AdmissionGate implements Gate {

    private final Semaphore places;
    private final MeterRegistry meters;

    AdmissionGate(EdgeProperties properties, MeterRegistry meters) {
        this.places = new Semaphore(properties.underWay());
        this.meters = meters;
        meters.gauge("chom.api.under.way", places, free -> properties.underWay() - free.availablePermits());
    }

    @Override
    public int getOrder() {
        return Edge.ADMISSION;
    }

    @Override
    public @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        if (!places.tryAcquire()) {
            meters.counter("chom.api.overloaded").increment();
            throw new Refused(new Failure.Unavailable(
                    "overloaded", "There are more requests than can be served right now. Try again in a moment."));
        }
        return null;
    }

    /** Who reads an answer slowly keeps a connection, but no place: the work is done by then. */
    @Override
    public void done(ServerWebExchange exchange) {
        places.release();
    }
}
