package io.chom.portal.brand;

import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.BrandDraft;
import io.chom.tenants.tenancy.BrandStudio;
import io.chom.tenants.tenancy.BrandVersion;
import io.chom.theming.Brand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a person wants done with the brand, done in the order of the wishes. A wish that met an outage is tried again
 * together with the page; one that is refused is dropped, and the page says why.
 */
final class BrandWork {

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final BrandStudio studio;
    private final Queue<Mono<BrandDraft>> wishes = new ConcurrentLinkedQueue<>();

    private Runnable act = () -> {};
    private volatile @Nullable BrandDraft known;
    private volatile Optional<String> refusal = Optional.empty();

    BrandWork(BrandStudio studio) {
        this.studio = studio;
    }

    /** @param act asks for {@link #page()} anew */
    void whenWished(Runnable act) {
        this.act = act;
    }

    /** Keeps the work as a draft. */
    void keep(Brand brand) {
        wish(draft -> studio.save(draft.with(brand)));
    }

    /** Publishes the draft. */
    void publish() {
        wish(draft -> studio.publish(draft.revision()).map(published -> new BrandDraft(published.brand(), 0)));
    }

    /** Throws the draft away. */
    void discard() {
        wish(draft -> studio.discard(draft.revision()));
    }

    /** Publishes an earlier version again. */
    void restore(int version) {
        wish(draft -> studio.restore(version)
                .map(published -> draft.isChanged() ? draft : new BrandDraft(published.brand(), 0)));
    }

    /** Once it has begun, a wish is carried to its end, even if the page is asked for anew in the middle of it. */
    private void wish(Function<BrandDraft, Mono<BrandDraft>> wish) {
        refusal = Optional.empty();
        wishes.add(Mono.defer(() -> wish.apply(known()))
                .doOnNext(draft -> known = draft)
                .cache(done -> FOR_EVER, failed -> Duration.ZERO, () -> Duration.ZERO));
        act.run();
    }

    private BrandDraft known() {
        BrandDraft draft = known;
        if (draft == null) {
            throw new IllegalStateException("Nothing has been shown yet.");
        }
        return draft;
    }

    /** Fulfils what is open and tells what there is then. */
    Mono<BrandPage> page() {
        return Flux.fromIterable(wishes)
                .concatMap(wish -> wish.then()
                        .onErrorResume(Refused.class, refused -> {
                            refusal = Optional.of(refused.failure().detail());
                            return Mono.empty();
                        })
                        .then(Mono.fromRunnable(() -> wishes.remove(wish))))
                .then(Mono.defer(() -> Mono.zip(studio.draft(), studio.history().collectList(), this::found)));
    }

    private BrandPage found(BrandDraft draft, List<BrandVersion> history) {
        boolean isBehind = !wishes.isEmpty();
        if (!isBehind) {
            known = draft;
        }
        return new BrandPage(draft, history, refusal, isBehind);
    }

    /** Something, whenever anybody's brand has changed. */
    Flux<?> changes() {
        return studio.changes();
    }
}
