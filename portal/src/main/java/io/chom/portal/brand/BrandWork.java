package io.chom.portal.brand;

import io.chom.portal.brand.BrandPage.Preview;
import io.chom.portal.brand.BrandPage.Published;
import io.chom.portal.live.Work;
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.tenancy.BrandDraft;
import io.chom.tenants.tenancy.BrandPreviews;
import io.chom.tenants.tenancy.BrandStudio;
import io.chom.tenants.tenancy.PreviewLink;
import io.chom.tenants.tenancy.PreviewTime;
import io.chom.theming.Brand;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person wants done with the brand. */
final class BrandWork extends Work<BrandPage> {

    private final BrandStudio studio;
    private final BrandPreviews previews;
    private final MembershipService members;

    private volatile @Nullable BrandDraft known;
    private volatile Optional<PreviewLink> made = Optional.empty();

    BrandWork(BrandStudio studio, BrandPreviews previews, MembershipService members) {
        this.studio = studio;
        this.previews = previews;
        this.members = members;
    }

    /** Keeps the work as a draft. */
    void keep(Brand brand) {
        change(draft -> studio.save(draft.with(brand)));
    }

    /** Publishes the draft. */
    void publish() {
        change(draft -> studio.publish(draft.revision()).map(published -> new BrandDraft(published.brand(), 0)));
    }

    /** Throws the draft away. */
    void discard() {
        change(draft -> studio.discard(draft.revision()));
    }

    /** Publishes an earlier version again. */
    void restore(int version) {
        change(draft -> studio.restore(version)
                .map(published -> draft.isChanged() ? draft : new BrandDraft(published.brand(), 0)));
    }

    /** Makes a link that shows the draft. */
    void share(PreviewTime time) {
        wish(() -> previews.make(time).doOnNext(link -> made = Optional.of(link)));
    }

    /** Ends the link. */
    void withdraw() {
        wish(previews::withdraw);
    }

    private void change(Function<BrandDraft, Mono<BrandDraft>> change) {
        wish(() -> change.apply(known()).doOnNext(draft -> known = draft));
    }

    private BrandDraft known() {
        BrandDraft draft = known;
        if (draft == null) {
            throw new IllegalStateException("Nothing has been shown yet.");
        }
        return draft;
    }

    @Override
    protected Mono<BrandPage> found() {
        return Mono.zip(studio.draft(), history(), preview()).map(all -> page(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Preview> preview() {
        return previews.until()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(until -> Preview.of(until, made));
    }

    private Mono<List<Published>> history() {
        return members.list()
                .collectList()
                .flatMap(people -> studio.history()
                        .map(version -> Published.of(version, people))
                        .collectList());
    }

    private BrandPage page(BrandDraft draft, List<Published> history, Preview preview) {
        boolean isBehind = isBehind();
        if (!isBehind) {
            known = draft;
        }
        return new BrandPage(draft, history, preview, refusal(), isBehind);
    }

    @Override
    public Flux<?> changes() {
        return studio.changes();
    }
}
