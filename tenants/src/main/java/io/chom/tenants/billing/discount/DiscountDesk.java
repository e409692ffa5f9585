package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.discount.Discount.State;
import io.chom.tenants.billing.discount.DiscountStep.Kind;
import io.chom.tenants.billing.discount.Selling.Seller;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where discounts are decided that are more than who wants them may give: by somebody else who may, with the guardrails and the
 * role of that moment, and once.
 */
@Service
public class DiscountDesk {

    private static final int SHOWN = 200;

    private final Selling selling;
    private final DiscountService service;
    private final DiscountBook book;
    private final DiscountSteps steps;
    private final DueDiscounts across;
    private final SubscriptionService subscriptions;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    DiscountDesk(
            Selling selling,
            DiscountService service,
            DiscountBook book,
            DiscountSteps steps,
            DueDiscounts across,
            SubscriptionService subscriptions,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.selling = selling;
        this.service = service;
        this.book = book;
        this.steps = steps;
        this.across = across;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /**
     * A discount that needs or needed an approval.
     *
     * @param discount which
     * @param isMine whether whoever looks wanted it
     * @param isForMe whether he may approve of it, as far as his role goes
     * @param isRefusable whether he may refuse it
     */
    public record Wished(Discount discount, boolean isMine, boolean isForMe, boolean isRefusable) {}

    /** What there is to decide, the oldest first, and then what was decided, the latest first. */
    public Mono<List<Wished>> current() {
        return Selling.giver()
                .flatMap(giver -> TenantContext.require()
                        .flatMapMany(home -> (giver == Giver.OPERATOR
                                        ? across.forOperators(SHOWN)
                                        : book.ofCustomers(home.tenant(), SHOWN).as(transactions::transactional))
                                .map(one -> wished(one, giver, home.actor().id())))
                        .collectList());
    }

    private static Wished wished(Discount one, Giver giver, String who) {
        boolean isMine = one.askedBy().equals(who);
        Giver decider = one.decider();
        boolean isForMe = !isMine && decider != null && giver.compareTo(decider) >= 0;
        return new Wished(one, isMine, isForMe, !isMine && giver != Giver.ADMIN);
    }

    /**
     * Approves of one, which counts from the next month or year that is not billed. Refused with {@code discount.own} who wanted
     * it himself, with {@code discount.above-you} who may not give so much now, with {@code discount.decided} where it does not
     * wait any more, and with {@code discount.outdated} where the subscription that it was wanted for is not had any more.
     */
    public Mono<Void> approve(TenantId customer, DiscountId id) {
        return decide(customer, id, seller -> one -> {
            checkOther(seller, one);
            return subscriptions
                    .current()
                    .filter(bought -> bought.subscription().id().equals(one.subscription()))
                    .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                            "discount.outdated", "The plan that it was wanted for is not had any more."))))
                    .flatMap(bought -> approve(seller, bought, one));
        });
    }

    private Mono<Void> approve(Seller seller, Bought bought, Discount one) {
        var now = service.now();
        var mine = DiscountOffer.of(bought, seller.giver(), selling.guardrails(), now)
                .guardrails()
                .mine();
        if (one.percent().compareTo(mine) > 0) {
            throw aboveYou(mine);
        }
        var reduction = service.reduction(bought, seller.giver(), one.percent(), one.periods(), now);
        return unlessDecided(book.approve(one, reduction))
                .then(steps.add(seller.customer(), seller.step(one, Kind.APPROVED, mine, "", now)))
                .then(book.find(one.customer(), one.id()))
                .flatMap(approved -> service.told(bought, approved));
    }

    /**
     * Refuses one; owners of who sells may, and whoever may approve of it. Refused as {@link #approve} is.
     *
     * @param words what is said about it; may be empty, and is cut at {@link DiscountWish#LONGEST_REASON} characters
     */
    public Mono<Void> refuse(TenantId customer, DiscountId id, String words) {
        String said = words.strip();
        String answer = said.substring(0, Math.min(said.length(), DiscountWish.LONGEST_REASON));
        return decide(customer, id, seller -> one -> {
            checkOther(seller, one);
            if (seller.giver() == Giver.ADMIN) {
                throw aboveYou(most(seller));
            }
            return move(seller, one, State.REFUSED, Kind.REFUSED, answer);
        });
    }

    /** Does not want one any more; only who wanted it. Refused with {@code discount.decided} where somebody has decided. */
    public Mono<Void> withdraw(TenantId customer, DiscountId id) {
        return decide(customer, id, seller -> one -> {
            if (!one.askedBy().equals(seller.id())) {
                throw new Refused(
                        new Failure.Forbidden("discount.not-yours", "Only who wanted a discount withdraws it."));
            }
            return move(seller, one, State.WITHDRAWN, Kind.WITHDRAWN, "");
        });
    }

    private Mono<Void> move(Seller seller, Discount one, State after, Kind step, String words) {
        return unlessDecided(book.move(one, after, null))
                .then(steps.add(seller.customer(), seller.step(one, step, most(seller), words, service.now())));
    }

    private Mono<Void> decide(
            TenantId customer, DiscountId id, Function<Seller, Function<Discount, Mono<Void>>> decision) {
        return selling.about(customer)
                .flatMap(seller -> book.lock(customer)
                        .then(book.find(customer, id))
                        .switchIfEmpty(Mono.error(() -> Selling.missing("discount")))
                        .flatMap(one -> one.isWaiting() ? Mono.just(one) : decided())
                        .flatMap(one -> decision.apply(seller).apply(one).then(service.tell(one)))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(seller.customer())));
    }

    /** Nobody decides about what he wants himself. */
    private static void checkOther(Seller seller, Discount one) {
        if (one.askedBy().equals(seller.id())) {
            throw new Refused(new Failure.Forbidden(
                    "discount.own", "You have asked for this yourself. Somebody else has to decide."));
        }
    }

    private BigDecimal most(Seller seller) {
        return selling.guardrails().most(seller.giver(), Term.MONTH);
    }

    private static Refused aboveYou(BigDecimal mine) {
        return new Refused(new Failure.Forbidden(
                "discount.above-you",
                "You may give at most " + mine.stripTrailingZeros().toPlainString() + " percent."));
    }

    private static Mono<Boolean> unlessDecided(Mono<Boolean> done) {
        return done.filter(isDone -> isDone).switchIfEmpty(decided());
    }

    private static <T> Mono<T> decided() {
        return Mono.error(() -> new Refused(
                new Failure.Conflict("discount.decided", "Somebody has decided about this in the meantime.")));
    }

    /** Something, whenever something was asked for or decided. Never ends. */
    public Flux<?> changes() {
        return broadcast.listen(DiscountService.CHANNEL);
    }
}
