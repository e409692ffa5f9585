package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.TenantId;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets.Asset;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The brands that are worn at present, answered from memory; a new version reaches every process within a second. */
@Service
public class Brands implements Follower {

    static final String CHANNEL = "brand_changed";

    private static final Duration TURN = Duration.ofSeconds(10);

    private static final PublishedBrand NEUTRAL =
            PublishedBrand.of(new TenantId(new UUID(0, 0)), 0, Brand.defaults("Portal"));

    private final BrandVersions versions;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Map<TenantId, Worn> worn = new ConcurrentHashMap<>();
    private final Sinks.Many<PublishedBrand> news = Sinks.many().multicast().directBestEffort();

    Brands(BrandVersions versions, TransactionalOperator transactions, Broadcast broadcast) {
        this.versions = versions;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /** What the reseller wears; the neutral look when it has published none. Never queries; anybody may ask. */
    public PublishedBrand of(TenantId reseller) {
        return worn(reseller).present();
    }

    /**
     * A file of the reseller's brand, one version back included: a page that was rendered a moment ago still finds its
     * look. Empty for any other, and for other resellers' files. Never queries; anybody may ask.
     *
     * @param path such as {@code /brand/<hash>.css}
     */
    public Optional<Asset> asset(TenantId reseller, String path) {
        Worn worn = worn(reseller);
        PublishedBrand before = worn.before();
        Optional<Asset> found = worn.present().assets().at(path);
        return found.isPresent() || before == null ? found : before.assets().at(path);
    }

    /** The brand whose style sheet has this hash, whoever's it is; {@link #asset} where the reseller is known. */
    public Optional<PublishedBrand> byHash(String hash) {
        return Stream.concat(Stream.of(NEUTRAL), worn.values().stream().flatMap(Worn::all))
                .filter(one -> one.stylesheet().hash().equals(hash))
                .findFirst();
    }

    /** Publishes the next version of the acting brand owner's brand. An owner or admin of it may. */
    public Mono<PublishedBrand> publish(Brand brand) {
        return Permission.any("owner", "admin")
                .filter(Acting::isReseller)
                .switchIfEmpty(Permission.denied())
                .flatMap(acting -> add(acting, brand).as(transactions::transactional))
                .doOnNext(this::wear);
    }

    /** Adds the next version and tells all processes; it is worn once the transaction has ended well. */
    Mono<PublishedBrand> add(Acting acting, Brand brand) {
        return versions.add(acting, brand)
                .flatMap(version -> broadcast
                        .send(CHANNEL, acting.tenant().toString())
                        .thenReturn(PublishedBrand.of(acting.tenant(), version, brand)));
    }

    /** Every brand that this process begins to wear from now on. Never ends; anybody may ask. */
    public Flux<PublishedBrand> news() {
        return news.asFlux();
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        var news = Broadcast.RESYNC.equals(body) ? versions.newest() : versions.newest(TenantId.of(body));
        return news.doOnNext(this::wear).then();
    }

    private Worn worn(TenantId reseller) {
        Worn published = worn.get(reseller);
        return published != null ? published : new Worn(NEUTRAL.wornBy(reseller), null);
    }

    void wear(PublishedBrand brand) {
        Worn now = worn.merge(brand.reseller(), new Worn(brand, null), (before, fresh) -> before.followedBy(brand));
        if (now.present().equals(brand)) {
            news.emitNext(brand, Sinks.EmitFailureHandler.busyLooping(TURN));
        }
    }

    /** The version in use and the one that it replaced. */
    private record Worn(PublishedBrand present, @Nullable PublishedBrand before) {

        /** News may come twice and late: an older version never replaces a newer one. */
        Worn followedBy(PublishedBrand news) {
            return news.version() > present.version() ? new Worn(news, present) : this;
        }

        Stream<PublishedBrand> all() {
            return before == null ? Stream.of(present) : Stream.of(present, before);
        }
    }
}
