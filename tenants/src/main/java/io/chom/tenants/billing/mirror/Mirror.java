package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.mirror.MirrorProvider.Holder;
import io.chom.tenants.billing.mirror.MirrorProvider.Refusal;
import io.chom.tenants.billing.mirror.MirrorProvider.Standing;
import io.chom.tenants.billing.mirror.MirrorProvider.State;
import io.chom.tenants.billing.sync.PayerSync;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has the subscription of a payer at the provider follow ours: begun there once, told what changes, ended when ours is over.
 * Whoever ends it there ends ours with the period that is paid for.
 */
@Service
@Order(2)
class Mirror implements PayerSync {

    /** What stands with our subscription as the reason of an end that was made there. */
    static final String ENDED_THERE = "Cancelled at the payment provider";

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private final SubscriptionService subscriptions;
    private final PlanChanges changes;
    private final MirrorBook book;
    private final MirrorProvider provider;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Mirror(
            SubscriptionService subscriptions,
            PlanChanges changes,
            MirrorBook book,
            MirrorProvider provider,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.book = book;
        this.provider = provider;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails while the provider does not answer; what it refuses is logged, and keeps nothing else from being told. */
    @Override
    public Mono<Void> tell(SyncedPayer payer) {
        return known(payer)
                .zipWith(running(payer))
                .flatMap(read -> rest(payer, read.getT1(), read.getT2())
                        .then(Mono.justOrEmpty(read.getT2())
                                .flatMap(bought -> follow(payer, find(read.getT1(), bought), bought))))
                .contextWrite(TenantContext.as(payer.job()));
    }

    private Mono<List<Mirrored>> known(SyncedPayer payer) {
        return book.of(payer).as(transactions::transactional).collectList();
    }

    private Mono<Optional<Bought>> running(SyncedPayer payer) {
        return subscriptions
                .current()
                .filter(bought -> payer.isServed() && bought.subscription().runs(clock.instant()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static Optional<Mirrored> find(List<Mirrored> known, Bought bought) {
        return known.stream()
                .filter(one -> one.subscription().equals(bought.subscription().id()))
                .findFirst();
    }

    /** What is had no more ends there too. */
    private Mono<Void> rest(SyncedPayer payer, List<Mirrored> known, Optional<Bought> running) {
        return Flux.fromIterable(known)
                .filter(one -> !one.isOver())
                .filter(one -> running.filter(bought ->
                                one.subscription().equals(bought.subscription().id()))
                        .isEmpty())
                .concatMap(one -> name(payer, one)
                        .flatMap(name -> provider.end(holder(payer), name))
                        .then(Mono.defer(() -> book.over(one).as(transactions::transactional))))
                .then();
    }

    /** Also of one whose beginning was never answered. */
    private Mono<String> name(SyncedPayer payer, Mirrored one) {
        return Mono.justOrEmpty(one.name())
                .switchIfEmpty(Mono.defer(
                        () -> provider.begun(holder(payer), one.key()).flatMap(Mono::justOrEmpty)));
    }

    private Mono<Void> follow(SyncedPayer payer, Optional<Mirrored> known, Bought bought) {
        boolean isNew = known.isEmpty() || known.get().isOver();
        if (isNew) {
            return bought.subscription().endsOn() == null ? begin(payer, bought) : Mono.empty();
        }
        return known.get().name() == null ? begun(payer, known.get(), bought) : seen(payer, known.get(), bought);
    }

    private Mono<Void> begin(SyncedPayer payer, Bought bought) {
        return book.begin(payer, bought.subscription().id())
                .then(Mono.defer(() -> known(payer)))
                .as(transactions::transactional)
                .flatMap(known -> begun(payer, find(known, bought).orElseThrow(), bought));
    }

    /** What was asked before without an answer is looked for first: asked again it might be begun twice. */
    private Mono<Void> begun(SyncedPayer payer, Mirrored one, Bought bought) {
        var sold = Sold.of(bought, clock.instant());
        return name(payer, one)
                .switchIfEmpty(Mono.defer(() -> provider.begin(holder(payer), sold, one.key())))
                .flatMap(name -> book.named(one, name)
                        .as(transactions::transactional)
                        .then(Mono.defer(() -> told(payer, one, name, sold))))
                .onErrorResume(Refusal.class, refusal -> refused(one, refusal));
    }

    private Mono<Void> seen(SyncedPayer payer, Mirrored one, Bought bought) {
        var name = one.name();
        return name == null
                ? Mono.empty()
                : provider.look(holder(payer), name)
                        .flatMap(standing -> seen(payer, one, name, bought, standing))
                        .onErrorResume(Refusal.class, refusal -> refused(one, refusal));
    }

    private Mono<Void> seen(SyncedPayer payer, Mirrored one, String name, Bought bought, Standing standing) {
        // What was told to end has ended by our wish.
        boolean isNews = bought.subscription().endsOn() == null && !one.toldEnd();
        boolean ends = standing.state() == State.CANCELLED || standing.ends() != null;
        var sold = Sold.of(bought, clock.instant());
        if (isNews && ends) {
            return ended(payer, one, name, standing);
        }
        if (standing.state() != State.RUNNING) {
            return book.over(one).as(transactions::transactional);
        }
        return sold.fingerprint().equals(one.told()) ? Mono.empty() : told(payer, one, name, sold);
    }

    /** From then on it is our wish, so that whoever takes it back here is not ended once more. */
    private Mono<Void> ended(SyncedPayer payer, Mirrored one, String name, Standing standing) {
        LOG.info("{} ends its plan: it was cancelled at the payment provider", payer.tenant());
        return changes.end(ENDED_THERE)
                .then(
                        standing.state() == State.CANCELLED
                                ? book.over(one).as(transactions::transactional)
                                : subscriptions
                                        .bought()
                                        .flatMap(bought -> told(payer, one, name, Sold.of(bought, clock.instant()))));
    }

    private Mono<Void> told(SyncedPayer payer, Mirrored one, String name, Sold sold) {
        return provider.change(holder(payer), name, sold, one.nextKey())
                .then(Mono.defer(() -> book.told(one, sold).as(transactions::transactional)));
    }

    private Mono<Void> refused(Mirrored one, Refusal refusal) {
        LOG.error("The provider does not show subscription {}: {}", one.subscription(), refusal.getMessage());
        return book.refused(one, String.valueOf(refusal.getMessage())).as(transactions::transactional);
    }

    private static Holder holder(SyncedPayer payer) {
        return new Holder(payer.account(), payer.customer());
    }
}
