package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.ClientSecret;
import io.chom.tenants.identity.Credential;
import io.chom.tenants.identity.IdentityProvider;
import io.chom.tenants.identity.LogInSession;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.RealmName;
import io.chom.tenants.identity.RealmPlan;
import io.chom.tenants.identity.Registration;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Slug;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keycloak behind the port. */
@Component
class KeycloakIdentityProvider implements IdentityProvider {

    /** Two processes that change one realm at the same time are told so; the later one finds it done. */
    private static final Retry AFTER_CONFLICT =
            Retry.backoff(5, Duration.ofMillis(100)).filter(KeycloakAdmin::isConflict);

    private final KeycloakReadiness readiness;
    private final KeycloakAdmin admin;
    private final RealmWork realms;
    private final KeycloakAccounts accounts;
    private final Organisations organisations;

    KeycloakIdentityProvider(
            KeycloakReadiness readiness,
            KeycloakAdmin admin,
            RealmWork realms,
            KeycloakAccounts accounts,
            Organisations organisations) {
        this.readiness = readiness;
        this.admin = admin;
        this.realms = realms;
        this.accounts = accounts;
        this.organisations = organisations;
    }

    @Override
    public Mono<Void> ready() {
        return readiness.await();
    }

    @Override
    public Mono<Void> answers() {
        return readiness.now();
    }

    @Override
    public Mono<Boolean> bring(RealmPlan plan) {
        return realms.bring(plan).retryWhen(AFTER_CONFLICT);
    }

    @Override
    public Mono<ClientSecret> secret(RealmName realm) {
        return Clients.find(admin, realm, Registration.CLIENT)
                .map(client -> client.path("secret").asString(""))
                .filter(secret -> !secret.isEmpty())
                .map(ClientSecret::new);
    }

    @Override
    public Mono<Account> find(RealmName realm, EmailAddress email) {
        return accounts.find(realm, email);
    }

    @Override
    public Mono<Account> create(RealmName realm, EmailAddress email, String name) {
        return accounts.create(realm, email, name);
    }

    @Override
    public Mono<Account> create(RealmName realm, EmailAddress email, String name, String password) {
        return accounts.create(realm, email, name, password);
    }

    @Override
    public Mono<Void> welcome(PersonId person, HostName host) {
        return accounts.welcome(person, host);
    }

    @Override
    public Mono<Void> join(PersonId person, Slug organisation, String organisationName) {
        return organisations.join(person, organisation, organisationName);
    }

    @Override
    public Mono<Void> leave(PersonId person, Slug organisation) {
        return organisations.leave(person, organisation);
    }

    @Override
    public Flux<Credential> credentials(PersonId person) {
        return accounts.credentials(person);
    }

    @Override
    public Mono<Void> end(LogInSession session) {
        return accounts.end(session);
    }
}
