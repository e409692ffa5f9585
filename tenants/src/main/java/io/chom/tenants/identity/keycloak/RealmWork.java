package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everything that makes a realm, one after the other.
 *
 * @param steps in the order in which they need each other
 */
record RealmWork(List<RealmStep> steps) implements RealmStep {

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        return Flux.fromIterable(steps).concatMap(step -> step.bring(plan)).reduce(false, Boolean::logicalOr);
    }
}
