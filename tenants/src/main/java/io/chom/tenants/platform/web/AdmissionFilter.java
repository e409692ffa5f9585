package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * Lets in as many requests as can be served in time, keeps a few more waiting for a moment, and refuses the rest while
 * that is still cheap: what is begun under overload and not finished helps nobody.
 */
@Component
class AdmissionFilter implements WebFilter, Ordered {

    private final InstrumentedPool<Integer> places;
    private final Duration wait;
    private final MeterRegistry meters;

    AdmissionFilter(EdgeProperties properties, MeterRegistry meters) {
        this.places = PoolBuilder.from(Mono.just(1))
                .sizeBetween(0, properties.underWay())
                .maxPendingAcquire(properties.waiting())
                .buildPool();
        this.wait = properties.longestWait();
        this.meters = meters;
        meters.gauge("chom.api.under.way", places, pool -> pool.metrics().acquiredSize());
        meters.gauge("chom.api.waiting", places, pool -> pool.metrics().pendingAcquireSize());
    }

    @Override
    public int getOrder() {
        return Edge.ADMISSION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.usingWhen(
                places.acquire(wait).onErrorMap(full -> overloaded()),
                place -> serve(exchange, chain, place),
                PooledRef::release);
    }

    /** Who reads an answer slowly keeps a connection, but no place: the work is done by then. */
    private static Mono<Void> serve(ServerWebExchange exchange, WebFilterChain chain, PooledRef<Integer> place) {
        exchange.getResponse().beforeCommit(place::release);
        return chain.filter(exchange);
    }

    private Refused overloaded() {
        meters.counter("chom.api.overloaded").increment();
        return new Refused(new Failure.Unavailable(
                "overloaded", "There are more requests than can be served right now. Try again in a moment."));
    }
}
