package io.chom.portal.operator;

import io.chom.tenants.reseller.PlatformOverview;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the operator's screen asks for. */
interface PlatformFigures {

    /** All resellers, as they stand. */
    Mono<PlatformOverview> current();

    /** Anything, whenever it is worth reading again. */
    Flux<?> changes();
}
