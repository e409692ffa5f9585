package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.theming.Brand;
import io.chom.theming.BrandTokens;
import io.chom.theming.Clash;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where a brand is worked on before customers see it: one draft that its owner's people share, published as the next
 * version, and the versions of before to go back to. An owner or admin of a brand owner may; nobody else.
 */
@Service
public class BrandStudio {

    static final String CHANNEL = "brand_draft_changed";

    private final Brands brands;
    private final BrandVersions versions;
    private final BrandDrafts drafts;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    BrandStudio(
            Brands brands,
            BrandVersions versions,
            BrandDrafts drafts,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.brands = brands;
        this.versions = versions;
        this.drafts = drafts;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /** The work at hand: the draft, or the brand as it is worn. */
    public Mono<BrandDraft> draft() {
        return editor().flatMap(acting ->
                drafts.find(acting).as(transactions::transactional).defaultIfEmpty(worn(acting)));
    }

    /**
     * Keeps the work at hand.
     *
     * @param draft with the revision that the work began with
     * @return the draft at its next revision; fails with {@code brand.changed-elsewhere} when somebody else was faster
     */
    public Mono<BrandDraft> save(BrandDraft draft) {
        return editor().flatMap(acting -> drafts.save(acting, draft)
                .switchIfEmpty(changedElsewhere())
                .flatMap(saved -> tell(acting).thenReturn(saved))
                .as(transactions::transactional));
    }

    /** Throws the draft away; fails with {@code brand.changed-elsewhere} when it is not at this revision any more. */
    public Mono<BrandDraft> discard(long revision) {
        return editor().flatMap(acting -> drafts.remove(acting, revision)
                .filter(removed -> removed)
                .switchIfEmpty(changedElsewhere())
                .flatMap(removed -> tell(acting))
                .as(transactions::transactional)
                .thenReturn(worn(acting)));
    }

    /**
     * Publishes the draft at this revision. Fails with {@code brand.changed-elsewhere} when it is at another one, and with
     * {@code brand.unreadable} when its accent cannot be read where it is used: {@link #clashes} say where, and have the
     * nearest that can.
     */
    public Mono<PublishedBrand> publish(long revision) {
        return editor().flatMap(acting -> drafts.find(acting)
                .filter(draft -> draft.revision() == revision)
                .switchIfEmpty(changedElsewhere())
                .map(BrandDraft::brand)
                .flatMap(BrandStudio::checked)
                .flatMap(brand ->
                        drafts.remove(acting, revision).then(tell(acting)).thenReturn(brand))
                .flatMap(brand -> brands.add(acting, brand))
                .as(transactions::transactional)
                .doOnNext(brands::wear));
    }

    /** The versions of the brand, the newest first; at most 50. */
    public Flux<BrandVersion> history() {
        return editor().flatMapMany(acting -> versions.history(acting)
                .collectList()
                .as(transactions::transactional)
                .flatMapIterable(all -> all));
    }

    /** Publishes an earlier version again, as the newest one; the draft stays as it is. */
    public Mono<PublishedBrand> restore(int version) {
        return editor().flatMap(acting -> versions.find(acting, version)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("version"))))
                .flatMap(brand -> brands.add(acting, brand))
                .as(transactions::transactional)
                .doOnNext(brands::wear));
    }

    /** Something, whenever a draft or a brand of anybody has changed. Never ends; shows nobody's. */
    public Flux<?> changes() {
        return Flux.merge(broadcast.listen(CHANNEL), broadcast.listen(Brands.CHANNEL));
    }

    /** What keeps the brand from being published: where its accent could not be read, the worst first. */
    public static List<Clash> clashes(Brand brand) {
        return Clash.of(BrandTokens.of(brand.look()));
    }

    private static Mono<Brand> checked(Brand brand) {
        return clashes(brand).stream()
                .findFirst()
                .<Mono<Brand>>map(worst -> Mono.error(() -> new Refused(Failure.Invalid.of(
                        "brand.unreadable",
                        "The accent %s cannot be read where it is used. The nearest that can is %s."
                                .formatted(worst.asked().hex(), worst.given().hex())))))
                .orElseGet(() -> Mono.just(brand));
    }

    private BrandDraft worn(Acting acting) {
        return new BrandDraft(brands.of(acting.tenant()).brand(), 0);
    }

    private Mono<Void> tell(Acting acting) {
        return broadcast.send(CHANNEL, acting.tenant().toString());
    }

    /** Who acts, if they may change the brand that they act for. */
    static Mono<Acting> editor() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }

    private static <T> Mono<T> changedElsewhere() {
        return Mono.error(() -> new Refused(new Failure.Conflict(
                "brand.changed-elsewhere",
                "Somebody else has changed this brand meanwhile. Look at their work first.")));
    }
}
