package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import reactor.core.publisher.Mono;

/** One aspect of a realm. */
interface RealmStep {

    /** Makes it what the plan says and tells whether anything had to be changed. */
    Mono<Boolean> bring(RealmPlan plan);
}
