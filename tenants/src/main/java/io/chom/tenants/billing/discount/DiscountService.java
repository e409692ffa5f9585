package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Reduction;
import io.chom.tenants.billing.Reductions;
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
import io.chom.tenants.tenancy.HouseMails;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives discounts on what customers have bought, and ends them: owners and administrators of the brand owner that sells, and the
 * platform's operators on what it sells. So much as the role may give counts at once; more waits for whoever may give it.
 * Everything is refused with {@code not-found} about somebody else's customers, there or not, and without a running subscription.
 */
@Service
public class DiscountService {

    /** Tells that something was asked for, given or decided; the body is the customer. */
    static final String CHANNEL = "discount";

    private static final int SHOWN = 50;

    private final Selling selling;
    private final DiscountBook book;
    private final DiscountSteps steps;
    private final SubscriptionService subscriptions;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    DiscountService(
            Selling selling,
            DiscountBook book,
            DiscountSteps steps,
            SubscriptionService subscriptions,
            HouseMails mails,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.selling = selling;
        this.book = book;
        this.steps = steps;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** What there is of a customer, and what could be given. */
    public Mono<CustomerDiscounts> of(TenantId customer) {
        return selling.to(customer)
                .flatMap(seller -> Mono.zip(
                                offer(seller).map(Optional::of).defaultIfEmpty(Optional.empty()),
                                book.of(customer, SHOWN).collectList(),
                                steps.of(customer).collectList())
                        .map(read -> new CustomerDiscounts(
                                seller.id(), read.getT1().orElse(null), read.getT2(), read.getT3(), clock.instant()))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(seller.customer())));
    }

    private Mono<DiscountOffer> offer(Seller seller) {
        return subscriptions
                .current()
                .map(bought -> DiscountOffer.of(bought, seller.giver(), selling.guardrails(), clock.instant()));
    }

    /**
     * Gives a discount, or asks for it where it is more than the role may give. It begins with the next month or year that is not
     * billed. Refused as {@link DiscountWish#check} says, with {@code discount.open} while another one counts or waits, with
     * {@code discount.ceiling} for more than anybody may give, and with {@code billing.ends} where nothing is left to be billed.
     *
     * @return whether it counts, or is asked for
     */
    public Mono<State> give(TenantId customer, DiscountWish wish) {
        return selling.to(customer).flatMap(seller -> {
            wish.check();
            return book.lock(customer)
                    .then(subscriptions.bought())
                    .flatMap(bought -> closeOver(bought, customer).then(Mono.defer(() -> give(seller, bought, wish))))
                    .as(transactions::transactional)
                    .contextWrite(TenantContext.as(seller.customer()));
        });
    }

    /** One that has counted for all of its periods makes room for another. */
    private Mono<Void> closeOver(Bought bought, TenantId customer) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), bought.subscription().zone());
        return book.of(customer, SHOWN)
                .filter(one -> one.state() == State.ACTIVE)
                .filter(one -> isOver(bought, one, today))
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(one -> book.move(one, State.ENDED, null))
                .then();
    }

    private static boolean isOver(Bought bought, Discount one, LocalDate today) {
        var reduction = one.reduction();
        return reduction == null
                || !one.subscription().equals(bought.subscription().id())
                || Reductions.span(bought, reduction).isOver(today);
    }

    private Mono<State> give(Seller seller, Bought bought, DiscountWish wish) {
        var offer = DiscountOffer.of(bought, seller.giver(), selling.guardrails(), now());
        Giver decider = offer.decider(wish.percent()).orElseThrow(() -> tooMuch(offer.ceiling()));
        checkEnd(bought, offer.day());
        var one = decider == seller.giver() ? given(seller, bought, wish) : asked(seller, bought, wish, decider);
        var step = one.isWaiting() ? Kind.ASKED : Kind.GIVEN;
        return book.add(bought.subscription(), one)
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "discount.open",
                        "There is a discount that counts or waits already. End or withdraw it first."))))
                .flatMap(isNew -> steps.add(
                        seller.customer(),
                        seller.step(one, step, offer.guardrails().mine(), wish.reason(), one.askedAt())))
                .then(Mono.defer(() -> one.isWaiting() ? Mono.empty() : told(bought, one)))
                .then(tell(one))
                .thenReturn(one.state());
    }

    private Discount given(Seller seller, Bought bought, DiscountWish wish) {
        var reduction = reduction(bought, seller.giver(), wish.percent(), wish.periods(), now());
        return discount(seller, bought, wish, null, reduction);
    }

    private Discount asked(Seller seller, Bought bought, DiscountWish wish, Giver decider) {
        return discount(seller, bought, wish, decider, null);
    }

    private Discount discount(
            Seller seller, Bought bought, DiscountWish wish, @Nullable Giver decider, @Nullable Reduction reduction) {
        return new Discount(
                DiscountId.next(),
                seller.customer().tenant(),
                "",
                bought.subscription().id(),
                wish.percent(),
                wish.periods(),
                wish.reason(),
                decider,
                seller.id(),
                now(),
                decider == null ? State.ACTIVE : State.ASKED,
                reduction);
    }

    private static void checkEnd(Bought bought, LocalDate day) {
        var endsOn = bought.subscription().endsOn();
        if (endsOn != null && !day.isBefore(endsOn)) {
            throw new Refused(new Failure.Conflict("billing.ends", "The subscription is about to end."));
        }
    }

    /** What counts: of each term at most what whoever gives it, or approves of it, may give of that term. */
    Reduction reduction(Bought bought, Giver giver, BigDecimal percent, @Nullable Integer periods, Instant now) {
        return new Reduction(
                Reductions.from(bought, now),
                percent.min(selling.guardrails().most(giver, Term.MONTH)),
                percent.min(selling.guardrails().most(giver, Term.YEAR)),
                periods,
                null);
    }

    /**
     * Ends one that counts: what has begun with it keeps it. Refused with {@code discount.over} where none counts.
     */
    public Mono<Void> end(TenantId customer, DiscountId id) {
        return selling.to(customer)
                .flatMap(seller -> book.lock(customer)
                        .then(subscriptions.bought())
                        .flatMap(bought -> book.find(customer, id)
                                .switchIfEmpty(Mono.error(() -> Selling.missing("discount")))
                                .flatMap(one -> end(seller, bought, one)))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(seller.customer())));
    }

    private Mono<Void> end(Seller seller, Bought bought, Discount one) {
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, bought.subscription().zone());
        LocalDate last = Reductions.end(bought, now);
        var ceiling = DiscountOffer.of(bought, seller.giver(), selling.guardrails(), now)
                .guardrails()
                .mine();
        return (one.state() == State.ACTIVE && !isOver(bought, one, today)
                        ? book.move(one, State.ENDED, last)
                        : Mono.just(false))
                .filter(isDone -> isDone)
                .switchIfEmpty(Mono.error(() ->
                        new Refused(new Failure.Conflict("discount.over", "This discount does not count any more."))))
                .then(steps.add(seller.customer(), seller.step(one, Kind.ENDED, ceiling, "", now)))
                .then(book.find(one.customer(), one.id()))
                .flatMap(ended -> mails.write(
                        one.customer(), house -> DiscountMail.of(bought, ended, DiscountMail.Kind.ENDED, house)))
                .then(tell(one));
    }

    /** Tells the customer what is off. */
    Mono<Void> told(Bought bought, Discount one) {
        return mails.write(one.customer(), house -> DiscountMail.of(bought, one, DiscountMail.Kind.GIVEN, house));
    }

    Mono<Void> tell(Discount one) {
        return broadcast.send(CHANNEL, one.customer().toString());
    }

    /** Something, whenever something was asked for, given or decided of a customer, or it bought something else. Never ends. */
    public Flux<?> changes(TenantId customer) {
        return broadcast.listen(CHANNEL, customer);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused tooMuch(BigDecimal ceiling) {
        return new Refused(Failure.Invalid.of(
                "discount.ceiling",
                "At most " + ceiling.stripTrailingZeros().toPlainString() + " percent may be given."));
    }
}
