package io.chom.portal.demo;

import io.chom.portal.demo.DemoWorld.Customer;
import io.chom.portal.demo.DemoWorld.House;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.chom.theming.Brand;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import reactor.core.publisher.Mono;

/** Founds the houses of the demo: tenant, brand, host. What is there already stays as it is. */
final class Houses {

    static final Actor DEMO = Actor.job("demo");

    /** So long every reseller has had its plan when it is founded. */
    private static final Duration SUBSCRIBED = Duration.ofDays(40);

    private final TenantService tenants;
    private final DomainService domains;
    private final Brands brands;
    private final SubscriptionService subscriptions;
    private final Clock clock;

    Houses(
            TenantService tenants,
            DomainService domains,
            Brands brands,
            SubscriptionService subscriptions,
            Clock clock) {
        this.tenants = tenants;
        this.domains = domains;
        this.brands = brands;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** The platform itself. */
    Mono<Tenant> platform(House house, Brand brand) {
        return tenants.platform()
                .switchIfEmpty(Mono.defer(() -> tenants.foundPlatform(named(house)))
                        .flatMap(founded -> open(founded, house, brand)));
    }

    /** A reseller, founded by the platform. */
    Mono<Tenant> reseller(Tenant platform, House house, Brand brand) {
        return tenants.brandOwner(new Slug(house.slug()))
                .switchIfEmpty(Mono.defer(() -> tenants.createReseller(named(house)))
                        .flatMap(founded -> open(founded, house, brand))
                        .flatMap(this::subscribed)
                        .contextWrite(TenantContext.as(acting(platform))));
    }

    /** To the plan without which it could have no customers, long enough ago that a first month was billed. */
    private Mono<Tenant> subscribed(Tenant reseller) {
        return subscriptions
                .subscribe(
                        new Order("hosting", "enterprise", ZoneOffset.UTC),
                        clock.instant().minus(SUBSCRIBED))
                .thenReturn(reseller)
                .contextWrite(TenantContext.as(acting(reseller)));
    }

    /** A customer of a reseller. */
    Mono<Tenant> customer(Tenant reseller, Customer customer) {
        return tenants.customer(new Slug(customer.slug()))
                .switchIfEmpty(Mono.defer(() -> tenants.createCustomer(
                        new NewTenant(new Slug(customer.slug()), customer.name(), ZoneId.of(customer.zone())))))
                .contextWrite(TenantContext.as(acting(reseller)));
    }

    static Acting acting(Tenant tenant) {
        return new Acting(tenant.id(), tenant.reseller(), DEMO);
    }

    /** Brand first: from the moment a host is served, it is served in the brand. */
    private Mono<Tenant> open(Tenant founded, House house, Brand brand) {
        HostName host = HostName.of(house.host());
        return brands.publish(brand)
                .then(domains.add(host))
                .then(domains.move(founded.id(), host, DomainState.VERIFIED))
                .then(domains.move(founded.id(), host, DomainState.ACTIVE))
                .then(domains.makePrimary(host))
                .thenReturn(founded)
                .contextWrite(TenantContext.as(acting(founded)));
    }

    private static NewTenant named(House house) {
        return new NewTenant(new Slug(house.slug()), house.name(), ZoneOffset.UTC);
    }
}
