package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.increase.Increase.State;
import io.chom.tenants.billing.increase.IncreaseBook.Wish;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.usage.UsageRights;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a customer asks for where its plan stops. */
@Service
public class IncreaseService {

    /** Tells that something was asked for or decided; the body is the tenant that asked. */
    static final String CHANNEL = "limit_increase";

    /** The longest reason or answer, in characters. */
    public static final int LONGEST_TEXT = 500;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int SHOWN = 100;

    private final IncreaseBook book;
    private final SubscriptionService subscriptions;
    private final Catalogues catalogues;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    IncreaseService(
            IncreaseBook book,
            SubscriptionService subscriptions,
            Catalogues catalogues,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.book = book;
        this.subscriptions = subscriptions;
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** What the acting tenant has asked for, what waits in front; needs {@code usage:read}. */
    public Mono<List<Increase>> asked() {
        return UsageRights.reader()
                .flatMapMany(acting -> book.of(acting.tenant(), SHOWN))
                .collectList()
                .as(transactions::transactional);
    }

    /**
     * Asks for more of a meter; needs {@code owner} or {@code admin}. Whoever sells the plan is told, and decides. Refused with
     * {@code increase.not-limited} where the running plan does not stop, with {@code increase.amount} unless it is more than
     * is allowed, at most a million million and no finer than the meter, and with {@code increase.waiting} while another
     * request for the same meter waits; then nothing changes.
     *
     * @param limit how much should be allowed instead
     * @param reason what it is for, at most {@link #LONGEST_TEXT} characters; the rest is cut
     */
    public Mono<Void> ask(MeterId meter, BigDecimal limit, String reason) {
        return Permission.any("owner", "admin")
                .flatMap(acting -> subscriptions
                        .bought()
                        .flatMap(bought ->
                                ask(acting, bought, new Wish(meter, stop(bought, meter), limit, text(reason))))
                        .as(transactions::transactional));
    }

    private Mono<Void> ask(Acting acting, Bought bought, Wish wish) {
        checkLimit(wish.meter(), wish.included(), wish.wanted());
        return book.ask(acting, bought, wish, clock.instant())
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "increase.waiting", "You have asked for more of this already. Withdraw that first."))))
                .flatMap(isNew -> broadcast.send(CHANNEL, acting.tenant().toString()));
    }

    /**
     * Does not want it any more; needs {@code owner} or {@code admin}. Refused with {@code increase.decided} where somebody has
     * decided in the meantime, with {@code not-found} for one of somebody else.
     */
    public Mono<Void> withdraw(IncreaseId id) {
        return Permission.any("owner", "admin")
                .flatMap(acting -> book.find(acting.tenant(), id)
                        .switchIfEmpty(missing())
                        .flatMap(which -> book.move(which, State.ASKED, State.WITHDRAWN, "", clock.instant()))
                        .flatMap(IncreaseService::unlessDecided)
                        .then(broadcast.send(CHANNEL, acting.tenant().toString()))
                        .as(transactions::transactional));
    }

    /** Something, whenever something was asked for or decided. Never ends. */
    public Flux<?> changes() {
        return TenantContext.require()
                .flatMapMany(acting -> Flux.merge(broadcast.listen(CHANNEL, acting.tenant()), subscriptions.changes()));
    }

    private static BigDecimal stop(Bought bought, MeterId meter) {
        return bought.plan()
                .allowance(meter)
                .filter(one -> one.enforcement() == Enforcement.HARD)
                .map(Allowance::included)
                .orElseThrow(() -> new Refused(Failure.Invalid.of(
                        "increase.not-limited", "Your plan does not stop there: there is nothing to increase.")));
    }

    /** Refused unless it is more, and as fine as it is counted. Looks at size first: 1e999999999 must not be written out. */
    void checkLimit(MeterId meter, BigDecimal included, BigDecimal limit) {
        int decimals = catalogues.meter(meter).orElseThrow().decimals();
        if (limit.signum() <= 0
                || limit.compareTo(MOST) > 0
                || limit.compareTo(included) <= 0
                || limit.stripTrailingZeros().scale() > decimals) {
            throw noLimit();
        }
    }

    /** The refusal of what is no limit, for whoever could not even read it. */
    public static Refused noLimit() {
        return new Refused(Failure.Invalid.of(
                "increase.amount",
                "A new limit is a number, more than the present one and at most 1,000,000,000,000, with no more digits behind the "
                        + "point than are counted."));
    }

    static String text(String typed) {
        var text = typed.strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    static <T> Mono<T> missing() {
        return Mono.error(() -> new Refused(Failure.NotFound.of("increase")));
    }

    static Mono<Boolean> unlessDecided(boolean isDone) {
        return isDone
                ? Mono.just(true)
                : Mono.error(() -> new Refused(
                        new Failure.Conflict("increase.decided", "Somebody has decided about this in the meantime.")));
    }
}
