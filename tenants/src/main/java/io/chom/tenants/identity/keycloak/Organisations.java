package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.tenancy.Slug;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The customers of a realm's owner, as Keycloak's organisations; an organisation is named by the customer's short name. */
@Component
class Organisations {

    private static final String ALL = "/realms/{realm}/organizations";

    private final KeycloakAdmin admin;

    Organisations(KeycloakAdmin admin) {
        this.admin = admin;
    }

    Mono<Void> join(PersonId person, Slug slug, String name) {
        return find(person.realm(), slug)
                .switchIfEmpty(Mono.defer(() -> create(person.realm(), slug, name)))
                .flatMap(organisation -> admin.post(
                                StringNode.valueOf(person.subject().value()),
                                ALL + "/{id}/members",
                                person.realm(),
                                organisation)
                        .then()
                        .onErrorComplete(KeycloakAdmin::isConflict));
    }

    Mono<Void> leave(PersonId person, Slug slug) {
        return find(person.realm(), slug)
                .flatMap(organisation ->
                        admin.delete(ALL + "/{id}/members/{person}", person.realm(), organisation, person.subject()));
    }

    private Mono<String> find(RealmName realm, Slug slug) {
        return admin.get(ALL + "?exact=true&search={slug}", realm, slug)
                .filter(found -> !found.isEmpty())
                .map(found -> id(found.get(0)));
    }

    private Mono<String> create(RealmName realm, Slug slug, String name) {
        var organisation = Documents.object()
                .put("name", slug.value())
                .put("alias", slug.value())
                .put("description", name)
                .put("enabled", true);
        return admin.post(organisation, ALL, realm)
                .then()
                .onErrorComplete(KeycloakAdmin::isConflict)
                .then(Mono.defer(() -> find(realm, slug)));
    }

    private static String id(JsonNode organisation) {
        return organisation.path("id").asString();
    }
}
