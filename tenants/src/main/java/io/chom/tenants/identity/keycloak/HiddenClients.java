package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Switches off the consoles that Keycloak adds to every realm: they carry its name and nobody of a brand needs them. */
class HiddenClients implements RealmStep {

    private static final List<String> CONSOLES = List.of("account-console", "security-admin-console", "admin-cli");

    private final KeycloakAdmin admin;

    HiddenClients(KeycloakAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        return Flux.fromIterable(CONSOLES)
                .concatMap(console -> Clients.find(admin, plan.realm(), console))
                .filter(client -> client.path("enabled").asBoolean())
                .concatMap(client -> Clients.put(admin, plan.realm(), client, off()))
                .then(Mono.just(false));
    }

    private static ObjectNode off() {
        return Documents.object().put("enabled", false);
    }
}
