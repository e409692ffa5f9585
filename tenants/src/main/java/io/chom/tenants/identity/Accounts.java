package io.chom.tenants.identity;

import io.chom.tenants.identity.IdentityProvider.Account;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Accounts for those who become members. An account that is there already is used only if its owner has proven the
 * address: otherwise whoever typed somebody else's address first would receive that person's memberships.
 */
@Component
class Accounts {

    private final IdentityProvider provider;
    private final Houses houses;
    private final RealmPlans plans;

    Accounts(IdentityProvider provider, Houses houses, RealmPlans plans) {
        this.provider = provider;
        this.houses = houses;
        this.plans = plans;
    }

    /** Who the invited person is; somebody new gets a mail with a link to start. */
    Mono<PersonId> invited(Tenant tenant, NewMember wanted) {
        return house(tenant)
                .flatMap(house -> existing(RealmName.of(house.slug()), wanted.email())
                        .switchIfEmpty(Mono.defer(() -> welcomed(house, wanted))))
                .flatMap(person -> joined(tenant, person));
    }

    private Mono<PersonId> welcomed(Tenant house, NewMember wanted) {
        RealmName realm = RealmName.of(house.slug());
        return host(house)
                .flatMap(host -> provider.create(realm, wanted.email(), wanted.name())
                        .map(Account::id)
                        .flatMap(person -> provider.welcome(person, host).thenReturn(person)));
    }

    private Mono<HostName> host(Tenant house) {
        return plans.of(house).map(RealmPlan::primaryHost).switchIfEmpty(Mono.error(Accounts::homeless));
    }

    /** Who the person is; somebody new gets an account with the password. */
    Mono<PersonId> provisioned(Tenant tenant, NewMember wanted, String password) {
        return house(tenant)
                .map(house -> RealmName.of(house.slug()))
                .flatMap(realm -> existing(realm, wanted.email())
                        .switchIfEmpty(Mono.defer(() -> provider.create(realm, wanted.email(), wanted.name(), password)
                                .map(Account::id))))
                .flatMap(person -> joined(tenant, person));
    }

    /** Takes the person out of the organisation of the realm; the account stays, it may belong to others. */
    Mono<Void> left(Tenant tenant, PersonId person) {
        return tenant.kind() == Tenant.Kind.CUSTOMER ? provider.leave(person, tenant.slug()) : Mono.empty();
    }

    private Mono<Tenant> house(Tenant tenant) {
        return tenant.kind() == Tenant.Kind.CUSTOMER ? houses.find(tenant.reseller()) : Mono.just(tenant);
    }

    private Mono<PersonId> existing(RealmName realm, EmailAddress email) {
        return provider.find(realm, email)
                .flatMap(account -> account.proven() ? Mono.just(account.id()) : Mono.error(Accounts::unproven));
    }

    private Mono<PersonId> joined(Tenant tenant, PersonId person) {
        Slug slug = tenant.slug();
        return tenant.kind() == Tenant.Kind.CUSTOMER
                ? provider.join(person, slug, tenant.name()).thenReturn(person)
                : Mono.just(person);
    }

    private static Refused unproven() {
        return new Refused(new Failure.Conflict(
                "member.address-unproven",
                "Somebody with this address has been invited and has not confirmed it yet. Ask them to open the link"
                        + " in their mail, then invite them here."));
    }

    private static Refused homeless() {
        return new Refused(new Failure.Conflict(
                "member.no-host", "Nobody can log in yet. Add a domain first, then invite people."));
    }
}
