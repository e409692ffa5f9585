package io.chom.tenants.tenancy;

import reactor.core.publisher.Mono;

/** Who may have customers of their own. That depends on what they have bought, which is another module's business. */
public interface Reselling {

    /** Whether the acting brand owner may; for the platform nobody needs to ask. */
    Mono<Boolean> isIncluded();
}
