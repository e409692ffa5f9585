package io.chom.tenants.identity;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Slug;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The server that knows people and logs them in. For this module only; others use {@link LogIns} and
 * {@link MembershipService}. Outages are errors of the returned publishers.
 */
public interface IdentityProvider {

    /** Completes as soon as it answers; waits as long as it takes. */
    Mono<Void> ready();

    /** Completes if it answers now; fails otherwise. */
    Mono<Void> answers();

    /** Makes the realm what the plan says and tells whether anything had to be changed for it. */
    Mono<Boolean> bring(RealmPlan plan);

    /** The portal's secret in a realm; empty when there is no such realm yet. */
    Mono<ClientSecret> secret(RealmName realm);

    /** The account with an address, or empty. */
    Mono<Account> find(RealmName realm, EmailAddress email);

    /** Creates an account without a password, whose owner has to prove the address first. */
    Mono<Account> create(RealmName realm, EmailAddress email, String name);

    /** Creates an account that can log in at once with this password. */
    Mono<Account> create(RealmName realm, EmailAddress email, String name, String password);

    /** Writes to the account's address a link with which its owner proves it and chooses a password. */
    Mono<Void> welcome(PersonId person, HostName host);

    /** Makes the person a member of an organisation of the realm, which is created on its first member. */
    Mono<Void> join(PersonId person, Slug organisation, String organisationName);

    /** Takes the person out of an organisation; not being in it is fine. */
    Mono<Void> leave(PersonId person, Slug organisation);

    /** With what the person can log in. */
    Flux<Credential> credentials(PersonId person);

    /** Ends a session of the identity provider, so that its browser has to log in again; fine if it is over. */
    Mono<Void> end(LogInSession session);

    /**
     * A person as the identity provider knows it.
     *
     * @param id who it is
     * @param email the address
     * @param proven whether the person has shown that the address is theirs
     */
    record Account(PersonId id, EmailAddress email, boolean proven) {}
}
