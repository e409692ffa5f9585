package io.chom.portal.reseller;

import io.chom.tenants.reseller.ResellerDashboard;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the dashboard asks for. Every answer is about the customers of the acting reseller. */
interface CustomerFigures {

    /** All of them, as they stand. */
    Mono<ResellerDashboard> current();

    /** Anything, whenever the usage of one of them has changed. */
    Flux<?> changes();

    /** Whether changes are heard of, now and whenever that turns. */
    Flux<Boolean> flowing();
}
