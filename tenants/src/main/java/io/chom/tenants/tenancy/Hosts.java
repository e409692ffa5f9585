package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whose brand a host shows, answered from memory: all served hosts are held, so that an unknown one costs no query
 * either. A change reaches every process within a second.
 */
@Component
public class Hosts implements Follower {

    static final String CHANNEL = "domain_changed";

    private final ServedHosts served;
    private volatile @Nullable Map<HostName, BrandOwner> owners;

    Hosts(ServedHosts served) {
        this.served = served;
    }

    /**
     * The owner of the brand that the host shows; empty for a host that is not served. Never queries; anybody may ask.
     *
     * @throws Refused with {@link Failure.Unavailable} in the moment after the start before the hosts are loaded
     */
    public Optional<BrandOwner> ownerOf(HostName host) {
        return Optional.ofNullable(loaded().get(host));
    }

    /** How many hosts are served. */
    public int size() {
        return loaded().size();
    }

    private Map<HostName, BrandOwner> loaded() {
        Map<HostName, BrandOwner> known = owners;
        if (known == null) {
            throw new Refused(new Failure.Unavailable("starting", "The service is starting. Try again in a moment."));
        }
        return known;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    /** Takes up one host's owner with all of its hosts, as its primary one may have changed; or all on a gap. */
    @Override
    public Mono<Void> changed(String body) {
        return Broadcast.RESYNC.equals(body) || owners == null ? reload() : refresh(HostName.of(body));
    }

    private Mono<Void> reload() {
        return served.all()
                .collectMap(ServedHosts.Served::host, ServedHosts.Served::owner, ConcurrentHashMap::new)
                .doOnNext(all -> owners = all)
                .then();
    }

    private Mono<Void> refresh(HostName host) {
        return served.besides(host)
                .collectList()
                .doOnNext(hosts -> replace(host, hosts))
                .then();
    }

    private void replace(HostName host, List<ServedHosts.Served> present) {
        Map<HostName, BrandOwner> known = loaded();
        if (present.stream().noneMatch(one -> one.host().equals(host))) {
            known.remove(host);
        }
        present.forEach(one -> known.put(one.host(), one.owner()));
    }
}
