package io.chom.tenants.tenancy;

import reactor.core.publisher.Mono;

/** How many people an organisation may have. That depends on what it has bought, which is another module's business. */
public interface Seating {

    /** The most that the acting tenant may have, now and by what it has chosen for later; empty where nothing limits them. */
    Mono<Integer> most();
}
