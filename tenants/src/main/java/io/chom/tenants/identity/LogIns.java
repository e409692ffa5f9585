package io.chom.tenants.identity;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How people log in on a host, answered from memory. Nothing that a visitor sends makes it ask the identity provider; a
 * change of a realm reaches every process within a second.
 */
@Component
@ConditionalOnRole("ui")
public class LogIns implements Follower {

    static final String CHANNEL = "realm_changed";

    private static final int AT_A_TIME = 4;

    private final IdentityProvider provider;
    private final Houses houses;
    private final Hosts hosts;
    private final LogInAddresses addresses;
    private final ProviderWatch watch;
    private final Map<RealmName, ClientSecret> secrets = new ConcurrentHashMap<>();

    LogIns(IdentityProvider provider, Houses houses, Hosts hosts, LogInAddresses addresses, ProviderWatch watch) {
        this.provider = provider;
        this.houses = houses;
        this.hosts = hosts;
        this.addresses = addresses;
        this.watch = watch;
    }

    /**
     * How people log in on the host; empty for a host that is not served and for one whose realm is not ready yet. Never
     * queries; anybody may ask.
     */
    public Optional<Registration> on(HostName host) {
        return hosts.ownerOf(host).flatMap(owner -> registration(host, owner));
    }

    /** Whether somebody who is led to the log-in of this host will find it. Never queries; anybody may ask. */
    public boolean possible(HostName host) {
        return watch.isAnswering() && on(host).isPresent();
    }

    private Optional<Registration> registration(HostName host, BrandOwner owner) {
        RealmName realm = new RealmName(owner.slug());
        return Optional.ofNullable(secrets.get(realm)).map(secret -> addresses.registration(host, realm, secret));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return provider.ready().then(Broadcast.RESYNC.equals(body) ? reload() : refresh(new RealmName(body)));
    }

    private Mono<Void> reload() {
        return houses.all()
                .flatMap(house -> refresh(RealmName.of(house.slug())), AT_A_TIME)
                .then();
    }

    private Mono<Void> refresh(RealmName realm) {
        return provider.secret(realm)
                .doOnNext(secret -> secrets.put(realm, secret))
                .then();
    }
}
