package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.TenantId;
import io.chom.theming.Brand;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The brands that are worn at present, answered from memory; a new version reaches every process within a second. */
@Service
public class Brands implements Follower {

    static final String CHANNEL = "brand_changed";

    private static final String NEUTRAL = "Portal";

    private final BrandVersions versions;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Map<TenantId, PublishedBrand> worn = new ConcurrentHashMap<>();
    private final Map<String, PublishedBrand> byHash = new ConcurrentHashMap<>();

    Brands(BrandVersions versions, TransactionalOperator transactions, Broadcast broadcast) {
        this.versions = versions;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /** What the reseller wears; the neutral look when it has published none. Never queries; anybody may ask. */
    public PublishedBrand of(TenantId reseller) {
        PublishedBrand published = worn.get(reseller);
        return published != null ? published : neutral(reseller);
    }

    /**
     * The brand whose style sheet has this hash, one before the present included: a page that was rendered a moment ago
     * still finds its look. Empty for any other. Never queries; anybody may ask.
     */
    public Optional<PublishedBrand> byHash(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** Publishes the next version of the acting brand owner's brand. An owner or admin of it may. */
    public Mono<PublishedBrand> publish(Brand brand) {
        return Permission.any("owner", "admin")
                .filter(Acting::isReseller)
                .switchIfEmpty(Permission.denied())
                .map(Acting::tenant)
                .flatMap(reseller -> versions.add(reseller, brand)
                        .flatMap(version -> broadcast
                                .send(CHANNEL, reseller.toString())
                                .thenReturn(PublishedBrand.of(reseller, version, brand)))
                        .as(transactions::transactional))
                .doOnNext(this::wear);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        var news = Broadcast.RESYNC.equals(body) ? versions.latest() : versions.latest(TenantId.of(body));
        return news.doOnNext(this::wear).then();
    }

    /** Versions arrive in order for a reseller, and an older one never replaces a newer one. */
    private void wear(PublishedBrand published) {
        byHash.put(published.stylesheet().hash(), published);
        worn.merge(published.reseller(), published, (a, b) -> a.version() > b.version() ? a : b);
    }
}
