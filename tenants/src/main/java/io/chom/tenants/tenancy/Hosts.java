package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Channel on which a host is told whose domain has changed. */
    public static final String CHANNEL = "domain_changed";

    private final ServedHosts served;
    private volatile @Nullable Map<HostName, BrandOwner> owners;

    /** Served, while no certificate may be got yet: few, or none. */
    private volatile Set<HostName> uncertified = ConcurrentHashMap.newKeySet();

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

    /**
     * Whether the edge may get a certificate for the host: it is served, and its brand owner's budget of new names has had
     * room for it. Never queries.
     *
     * @throws Refused as {@link #ownerOf}
     */
    public boolean mayHaveCertificate(HostName host) {
        return ownerOf(host).isPresent() && !uncertified.contains(host);
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
        return Mono.defer(() -> {
            var all = new ConcurrentHashMap<HostName, BrandOwner>();
            Set<HostName> waiting = ConcurrentHashMap.newKeySet();
            return served.all().doOnNext(one -> note(one, all, waiting)).then(Mono.fromRunnable(() -> {
                uncertified = waiting;
                owners = all;
            }));
        });
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
            uncertified.remove(host);
        }
        present.forEach(one -> note(one, known, uncertified));
    }

    private static void note(ServedHosts.Served one, Map<HostName, BrandOwner> owners, Set<HostName> uncertified) {
        if (one.isCertified()) {
            uncertified.remove(one.host());
        } else {
            uncertified.add(one.host());
        }
        owners.put(one.host(), one.owner());
    }
}
