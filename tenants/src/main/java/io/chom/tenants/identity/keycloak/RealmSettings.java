package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm itself. */
class RealmSettings implements RealmStep {

    private final KeycloakAdmin admin;
    private final RealmDocuments documents;

    RealmSettings(KeycloakAdmin admin, RealmDocuments documents) {
        this.admin = admin;
        this.documents = documents;
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        ObjectNode wish = documents.of(plan);
        return admin.get("/realms/{realm}", plan.realm())
                .map(fact -> update(plan, fact, wish))
                .switchIfEmpty(Mono.fromSupplier(() -> create(wish)))
                .flatMap(work -> work);
    }

    private Mono<Boolean> update(RealmPlan plan, JsonNode fact, ObjectNode wish) {
        return Documents.covers(fact, wish)
                ? Mono.just(false)
                : admin.put(Documents.over(fact, wish), "/realms/{realm}", plan.realm())
                        .thenReturn(true);
    }

    /** Another process may have been quicker, with the same plan. */
    private Mono<Boolean> create(ObjectNode wish) {
        return admin.post(wish, "/realms").then(Mono.just(true)).onErrorReturn(KeycloakAdmin::isConflict, true);
    }
}
