package io.chom.tenants.identity.keycloak;

import static io.chom.tenants.identity.keycloak.Documents.JSON;

import io.chom.tenants.identity.Credential;
import io.chom.tenants.identity.CredentialId;
import io.chom.tenants.identity.IdentityProvider.Account;
import io.chom.tenants.identity.LogInAddresses;
import io.chom.tenants.identity.LogInSession;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.Registration;
import io.chom.tenants.identity.Subject;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.tenancy.HostName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The people of a realm. */
@Component
class KeycloakAccounts {

    private static final Map<String, Credential.Kind> KINDS = Map.of(
            "password", Credential.Kind.PASSWORD,
            "otp", Credential.Kind.AUTHENTICATOR,
            "webauthn-passwordless", Credential.Kind.PASSKEY);

    private final KeycloakAdmin admin;
    private final LogInAddresses addresses;

    KeycloakAccounts(KeycloakAdmin admin, LogInAddresses addresses) {
        this.admin = admin;
        this.addresses = addresses;
    }

    Mono<Account> find(RealmName realm, EmailAddress email) {
        return admin.get("/realms/{realm}/users?exact=true&email={email}", realm, email)
                .filter(found -> !found.isEmpty())
                .map(found -> account(realm, email, found.get(0)));
    }

    private static Account account(RealmName realm, EmailAddress email, JsonNode user) {
        var id = new PersonId(realm, new Subject(user.path("id").asString()));
        return new Account(id, email, user.path("emailVerified").asBoolean());
    }

    Mono<Account> create(RealmName realm, EmailAddress email, String name) {
        return create(realm, email, user(email, name).put("emailVerified", false));
    }

    Mono<Account> create(RealmName realm, EmailAddress email, String name, String password) {
        ObjectNode user = user(email, name).put("emailVerified", true);
        user.set(
                "credentials",
                JSON.valueToTree(List.of(Map.of("type", "password", "value", password, "temporary", false))));
        return create(realm, email, user);
    }

    /** Another process may have created it a moment ago. */
    private Mono<Account> create(RealmName realm, EmailAddress email, ObjectNode user) {
        return admin.post(user, "/realms/{realm}/users", realm)
                .then()
                .onErrorComplete(KeycloakAdmin::isConflict)
                .then(Mono.defer(() -> find(realm, email)));
    }

    private static ObjectNode user(EmailAddress email, String name) {
        int lastSpace = name.strip().lastIndexOf(' ');
        return Documents.object()
                .put("username", email.value())
                .put("email", email.value())
                .put("enabled", true)
                .put("firstName", lastSpace < 0 ? name.strip() : name.strip().substring(0, lastSpace))
                .put("lastName", lastSpace < 0 ? "" : name.strip().substring(lastSpace + 1));
    }

    Mono<Void> welcome(PersonId person, HostName host) {
        return admin.putFrom(
                addresses.forwarded(host),
                JSON.valueToTree(List.of("VERIFY_EMAIL", "UPDATE_PASSWORD")),
                "/realms/{realm}/users/{id}/execute-actions-email?client_id={client}",
                person.realm(),
                person.subject(),
                Registration.CLIENT);
    }

    /** Those that a brand's log-in offers; it knows more kinds. */
    Flux<Credential> credentials(PersonId person) {
        return admin.get("/realms/{realm}/users/{id}/credentials", person.realm(), person.subject())
                .flatMapIterable(all -> all.valueStream().toList())
                .filter(one -> KINDS.containsKey(one.path("type").asString()))
                .map(KeycloakAccounts::credential);
    }

    private static Credential credential(JsonNode one) {
        return new Credential(
                CredentialId.of(one.path("id").asString()),
                Objects.requireNonNull(KINDS.get(one.path("type").asString())),
                one.path("userLabel").asString(""),
                Instant.ofEpochMilli(one.path("createdDate").asLong()));
    }

    Mono<Void> end(LogInSession session) {
        return admin.delete("/realms/{realm}/sessions/{id}", session.realm(), session.id());
    }
}
