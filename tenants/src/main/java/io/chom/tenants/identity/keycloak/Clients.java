package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmName;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Clients of a realm by their names. */
final class Clients {

    private Clients() {}

    /** The client, its secret included, or empty. */
    static Mono<JsonNode> find(KeycloakAdmin admin, RealmName realm, String clientId) {
        return admin.get("/realms/{realm}/clients?clientId={client}", realm, clientId)
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(0));
    }

    /** Lays a wish over a client that was found. */
    static Mono<Void> put(KeycloakAdmin admin, RealmName realm, JsonNode fact, ObjectNode wish) {
        return admin.put(
                Documents.over(fact, wish),
                "/realms/{realm}/clients/{id}",
                realm,
                fact.path("id").asString());
    }
}
