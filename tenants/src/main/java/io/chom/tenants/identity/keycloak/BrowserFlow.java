package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a browser logs in. With organisations Keycloak asks for the address on a page of its own, to find the identity
 * provider of that address; until organisations bring theirs, one page with both fields is one step less.
 */
class BrowserFlow implements RealmStep {

    private static final String EXECUTIONS = "/realms/{realm}/authentication/flows/browser/executions";

    private final KeycloakAdmin admin;

    BrowserFlow(KeycloakAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        return admin.get(EXECUTIONS, plan.realm())
                .flatMapMany(executions -> Flux.fromStream(executions.valueStream()))
                .filter(BrowserFlow::asksForAddressFirst)
                .concatMap(one -> admin.put(off(one), EXECUTIONS, plan.realm()).thenReturn(true))
                .reduce(false, Boolean::logicalOr);
    }

    private static boolean asksForAddressFirst(JsonNode execution) {
        return execution.path("level").asInt() == 0
                && execution.path("displayName").asString().equals("Organization")
                && !execution.path("requirement").asString().equals("DISABLED");
    }

    private static ObjectNode off(JsonNode execution) {
        return Documents.over(execution, Documents.object().put("requirement", "DISABLED"));
    }
}
