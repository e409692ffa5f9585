package io.chom.tenants.identity;

import reactor.core.publisher.Flux;

/** How people log in. */
@FunctionalInterface
public interface Credentials {

    /** Those of the acting person, as the identity provider has them. Every person may see their own. */
    Flux<Credential> mine();
}
