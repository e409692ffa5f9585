package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.RealmPlan;
import java.util.Set;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a realm wants to know about a person: the address. Not everybody has a first and a last name. */
class ProfileForm implements RealmStep {

    private static final String PROFILE = "/realms/{realm}/users/profile";
    private static final Set<String> NAMES = Set.of("firstName", "lastName");

    private final KeycloakAdmin admin;

    ProfileForm(KeycloakAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        return admin.get(PROFILE, plan.realm())
                .filter(ProfileForm::insistsOnNames)
                .flatMap(fact -> admin.put(relaxed(fact), PROFILE, plan.realm()).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private static boolean insistsOnNames(JsonNode profile) {
        return profile.path("attributes").valueStream().anyMatch(one -> isName(one) && one.has("required"));
    }

    private static JsonNode relaxed(JsonNode profile) {
        JsonNode copy = profile.deepCopy();
        copy.path("attributes")
                .valueStream()
                .filter(ProfileForm::isName)
                .forEach(one -> ((ObjectNode) one).remove("required"));
        return copy;
    }

    private static boolean isName(JsonNode attribute) {
        return NAMES.contains(attribute.path("name").asString());
    }
}
