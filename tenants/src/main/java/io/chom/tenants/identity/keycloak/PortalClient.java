package io.chom.tenants.identity.keycloak;

import static io.chom.tenants.identity.keycloak.Documents.JSON;

import io.chom.tenants.identity.LogInAddresses;
import io.chom.tenants.identity.RealmPlan;
import io.chom.tenants.identity.Registration;
import io.chom.tenants.tenancy.HostName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The portal as a client of the realm: a code with PKCE, to the exact addresses of the hosts that are served. */
class PortalClient implements RealmStep {

    private final KeycloakAdmin admin;
    private final LogInAddresses addresses;

    PortalClient(KeycloakAdmin admin, LogInAddresses addresses) {
        this.admin = admin;
        this.addresses = addresses;
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        ObjectNode wish = wish(plan);
        return Clients.find(admin, plan.realm(), Registration.CLIENT)
                .map(fact -> update(plan, fact, wish))
                .switchIfEmpty(Mono.fromSupplier(() -> create(plan, wish)))
                .flatMap(work -> work);
    }

    private Mono<Boolean> update(RealmPlan plan, JsonNode fact, ObjectNode wish) {
        return Documents.covers(fact, wish)
                ? Mono.just(false)
                : Clients.put(admin, plan.realm(), fact, wish).thenReturn(true);
    }

    private Mono<Boolean> create(RealmPlan plan, ObjectNode wish) {
        return admin.post(wish, "/realms/{realm}/clients", plan.realm())
                .then(Mono.just(true))
                .onErrorReturn(KeycloakAdmin::isConflict, true);
    }

    private ObjectNode wish(RealmPlan plan) {
        ObjectNode client = Documents.object()
                .put("clientId", Registration.CLIENT)
                .put("name", plan.brand().brand().name())
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("standardFlowEnabled", true)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", false)
                .put("fullScopeAllowed", false)
                .put("consentRequired", false)
                .put("baseUrl", addresses.afterLogOut(plan.primaryHost()).toString());
        client.set("redirectUris", JSON.valueToTree(onHosts(plan, addresses::redirect)));
        client.set("webOrigins", JSON.valueToTree(onHosts(plan, addresses.portal()::on)));
        client.set("attributes", Documents.texts(attributes(plan)));
        return client;
    }

    private Map<String, String> attributes(RealmPlan plan) {
        return Map.of(
                "pkce.code.challenge.method",
                "S256",
                "post.logout.redirect.uris",
                onHosts(plan, addresses::afterLogOut).stream().collect(Collectors.joining("##")));
    }

    private static List<String> onHosts(RealmPlan plan, Function<HostName, URI> address) {
        return plan.hosts().stream().map(address).map(URI::toString).toList();
    }
}
