package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Shows the draft of a brand to those who have a link, without a log-in, for as long as whoever made it has chosen. There
 * is one link at a time: a new one ends the one before.
 */
@Service
public class BrandPreviews {

    private static final Actor VISITOR = Actor.job("brand preview");

    private final PreviewLinks links;
    private final Brands brands;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    BrandPreviews(
            PreviewLinks links, Brands brands, TransactionalOperator transactions, Broadcast broadcast, Clock clock) {
        this.links = links;
        this.brands = brands;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** Makes a link to the draft of the acting brand owner. An owner or admin of it may. */
    public Mono<PreviewLink> make(PreviewTime time) {
        return BrandStudio.editor()
                .flatMap(acting -> links.put(acting, new PreviewLink(PreviewKey.generate(random), end(time)))
                        .flatMap(link -> tell(acting).thenReturn(link))
                        .as(transactions::transactional));
    }

    /** Ends the link of the acting brand owner, if there is one. An owner or admin of it may. */
    public Mono<Void> withdraw() {
        return BrandStudio.editor()
                .flatMap(acting -> links.remove(acting).then(tell(acting)).as(transactions::transactional));
    }

    /** When the link of the acting brand owner ends; empty when there is none. An owner or admin of it may ask. */
    public Mono<Instant> until() {
        return BrandStudio.editor()
                .flatMap(acting -> links.until(acting, clock.instant()).as(transactions::transactional));
    }

    /**
     * What a key opens on a host of this brand owner. Anybody may ask; the database shows nothing but the owner's, so a key
     * of another one opens nothing.
     *
     * @return empty for a key that is wrong, has ended or was withdrawn
     */
    public Mono<DraftPreview> open(TenantId owner, PreviewKey key) {
        Acting acting = new Acting(owner, owner, VISITOR);
        return links.find(acting, key, clock.instant())
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(acting))
                .map(shown -> new DraftPreview(
                        shown.draft().orElseGet(() -> brands.of(owner).brand()), shown.until()));
    }

    /** In whole seconds, which the database and everybody who is told of it keep as they are. */
    private Instant end(PreviewTime time) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(time.length());
    }

    private Mono<Void> tell(Acting acting) {
        return broadcast.send(BrandStudio.CHANNEL, acting.tenant().toString());
    }
}
