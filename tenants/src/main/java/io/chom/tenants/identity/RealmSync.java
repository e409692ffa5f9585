package io.chom.tenants.identity;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.Tenant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps every realm in step with the hosts and the brand of its owner. Doing it again changes nothing. */
@Component
@ConditionalOnRole("worker")
class RealmSync {

    private static final Logger LOG = LoggerFactory.getLogger(RealmSync.class);
    private static final int AT_A_TIME = 2;

    private final IdentityProvider provider;
    private final Houses houses;
    private final RealmPlans plans;
    private final Hosts hosts;
    private final Broadcast broadcast;
    private final Map<TenantId, RealmPlan> done = new ConcurrentHashMap<>();
    private final Turns<TenantId> turns = new Turns<>();

    RealmSync(IdentityProvider provider, Houses houses, RealmPlans plans, Hosts hosts, Broadcast broadcast) {
        this.provider = provider;
        this.houses = houses;
        this.plans = plans;
        this.hosts = hosts;
        this.broadcast = broadcast;
    }

    /** Every realm; one that fails does not keep the others waiting. */
    Mono<Void> all() {
        return provider.ready()
                .thenMany(houses.all())
                .flatMapDelayError(this::sync, AT_A_TIME, AT_A_TIME)
                .then();
    }

    /** The realm of a brand owner; nothing for a customer. */
    Mono<Void> of(TenantId house) {
        return provider.ready().then(houses.find(house)).flatMap(this::sync);
    }

    /** The realms of those who had the host and of the one who has it now. */
    Mono<Void> having(HostName host) {
        return provider.ready()
                // Another follower may not have heard yet, and this one has to know the present owner.
                .then(hosts.changed(host.value()))
                .thenMany(Flux.defer(() -> Flux.fromIterable(done.entrySet())
                        .filter(entry -> entry.getValue().hosts().contains(host))
                        .map(Map.Entry::getKey)
                        .concatWith(Mono.justOrEmpty(hosts.ownerOf(host)).map(BrandOwner::reseller))
                        .distinct()))
                .concatMap(this::of)
                .then();
    }

    private Mono<Void> sync(Tenant house) {
        return turns.take(house.id(), plans.of(house).flatMap(plan -> bring(house, plan)));
    }

    /**
     * Looks again after bringing the realm up to date: another process may have worked on it from an older plan at the
     * same time, and the last look always finds the newest one.
     */
    private Mono<Void> bring(Tenant house, RealmPlan plan) {
        return provider.bring(plan)
                .doOnNext(changed -> done.put(house.id(), plan))
                .flatMap(changed -> changed ? tell(plan.realm()) : Mono.<Void>empty())
                .then(plans.of(house))
                .filter(now -> !now.sameAs(plan))
                .flatMap(now -> bring(house, now));
    }

    private Mono<Void> tell(RealmName realm) {
        LOG.info("Realm {} is brought up to date", realm);
        return broadcast.send(LogIns.CHANNEL, realm.value());
    }
}
