package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets in as many requests as can be served in time and refuses the rest while that is still cheap: what is begun under
 * overload and not finished helps nobody.
 */
@Component
class AdmissionFilter implements WebFilter, Ordered {

    private final Semaphore places;
    private final MeterRegistry meters;

    AdmissionFilter(EdgeProperties properties, MeterRegistry meters) {
        this.places = new Semaphore(properties.underWay());
        this.meters = meters;
        meters.gauge("chom.api.under.way", places, free -> properties.underWay() - free.availablePermits());
    }

    @Override
    public int getOrder() {
        return Edge.ADMISSION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.using(this::enter, place -> serve(exchange, chain, place), Place::leave);
    }

    /** Who reads an answer slowly keeps a connection, but no place: the work is done by then. */
    private static Mono<Void> serve(ServerWebExchange exchange, WebFilterChain chain, Place place) {
        exchange.getResponse().beforeCommit(() -> {
            place.leave();
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private Place enter() {
        if (!places.tryAcquire()) {
            meters.counter("chom.api.overloaded").increment();
            throw new Refused(new Failure.Unavailable(
                    "overloaded", "There are more requests than can be served right now. Try again in a moment."));
        }
        return new Place();
    }

    /** Left once, however often it is said. */
    private final class Place {

        private final AtomicBoolean left = new AtomicBoolean();

        void leave() {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        }
    }
}
