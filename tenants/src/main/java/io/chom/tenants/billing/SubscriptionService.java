package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Crew;
import io.chom.tenants.usage.UsageRights;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Buys plans and tells what was bought. */
@Service
public final class SubscriptionService {

    private final Subscriptions subscriptions;
    private final Catalogues catalogues;
    private final Holdings holdings;
    private final OwnCurrency own;
    private final Crew crew;
    private final Broadcast broadcast;
    private final TransactionalOperator transactions;
    private final Clock clock;

    SubscriptionService(
            Subscriptions subscriptions,
            Catalogues catalogues,
            Holdings holdings,
            OwnCurrency own,
            Crew crew,
            Broadcast broadcast,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.catalogues = catalogues;
        this.holdings = holdings;
        this.own = own;
        this.crew = crew;
        this.broadcast = broadcast;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What to buy: a plan on sale, paid for by this term, billed in days of this zone.
     *
     * @param seats for how many; 0 for those that the plan includes, and where it is not sold by the seat
     * @param currency in which; null for {@linkplain #currency() the tenant's own} if the plan is sold in it, else the main one
     */
    public record Order(
            String catalogue,
            String plan,
            Term term,
            ZoneId zone,
            int seats,
            @Nullable Currency currency) {

        /** One for the seats that the plan includes, in the currency of the tenant. */
        public Order(String catalogue, String plan, Term term, ZoneId zone) {
            this(catalogue, plan, term, zone, 0, null);
        }

        /** One by the month. */
        public Order(String catalogue, String plan, ZoneId zone) {
            this(catalogue, plan, Term.MONTH, zone);
        }
    }

    /**
     * Buys a plan for the acting tenant, from now on; needs {@code owner} or {@code admin}, or is done by a job. Begins with
     * the trial of the plan, if it has one and the tenant never had a plan of its catalogue. Refused with
     * {@code billing.unknown-plan}, {@code billing.unknown-currency}, {@code billing.not-by-the-year}, {@code billing.seats} or
     * {@code billing.seats-taken} for a number of seats that is not sold or not enough, or {@code billing.already-subscribed}
     * while another one runs, {@code billing.other-currency} if in another currency.
     */
    public Mono<Subscription> subscribe(Order order) {
        return add(acting ->
                isNew(acting, order.catalogue()).flatMap(isNew -> subscription(acting, order, clock.instant(), isNew)));
    }

    /**
     * The same from a moment in the past, and without a trial: for customers who come with a history.
     *
     * @param startedAt not after now; its day in the zone becomes the anchor of the periods
     */
    public Mono<Subscription> subscribe(Order order, Instant startedAt) {
        return add(acting -> subscription(acting, order, startedAt, false));
    }

    private Mono<Subscription> add(Function<Acting, Mono<Subscription>> wanted) {
        return Permission.any("owner", "admin")
                .flatMap(acting -> wanted.apply(acting)
                        .flatMap(bought -> subscriptions.add(bought).thenReturn(bought))
                        .onErrorMap(DuplicateKeyException.class, e -> alreadySubscribed())
                        .as(transactions::transactional)
                        .doOnSuccess(bought -> holdings.forget(acting.tenant())));
    }

    /** The running subscription of the acting tenant with its plan; needs {@code usage:read}. Refused with {@code not-found}. */
    public Mono<Bought> bought() {
        return current().switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("subscription"))));
    }

    /** The same, or empty without one. */
    public Mono<Bought> current() {
        return UsageRights.reader()
                .flatMap(acting -> subscriptions.running(acting.tenant()))
                .map(running -> Bought.of(running, catalogues, clock.instant()))
                .as(transactions::transactional);
    }

    /**
     * The currency in which the acting tenant buys: of its running subscription, else of its latest invoice; empty without
     * either. Needs {@code usage:read}.
     */
    public Mono<Optional<Currency>> currency() {
        return UsageRights.reader().flatMap(acting -> own.of(acting.tenant())).as(transactions::transactional);
    }

    /** All that the acting tenant ever bought, in any order; needs {@code usage:read}. */
    public Flux<Subscription> ever() {
        return UsageRights.reader()
                .flatMapMany(acting -> subscriptions.ever(acting.tenant()))
                .as(transactions::transactional);
    }

    /** Whether the acting tenant never had a plan of a catalogue, so that it may try one; needs {@code usage:read}. */
    public Mono<Boolean> isNew(String catalogue) {
        return UsageRights.reader().flatMap(acting -> isNew(acting, catalogue)).as(transactions::transactional);
    }

    private Mono<Boolean> isNew(Acting acting, String catalogue) {
        return subscriptions.ever(acting.tenant()).all(one -> !one.catalogue().equals(catalogue));
    }

    /** Something, whenever what the acting tenant has bought changes. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(Holdings.CHANNEL, acting.tenant()));
    }

    private Mono<Subscription> subscription(Acting acting, Order order, Instant startedAt, boolean isNew) {
        return own.of(acting.tenant(), order.currency())
                .map(found -> own.plan(order, found))
                .flatMap(plan -> subscription(acting, order, plan, isNew, startedAt));
    }

    private Mono<Subscription> subscription(Acting acting, Order order, Plan plan, boolean isNew, Instant startedAt) {
        if (!plan.isSoldBy(order.term())) {
            throw notByTheYear(plan);
        }
        checkStart(startedAt);
        return SeatUse.people(plan, acting.tenant(), crew)
                .map(people -> SeatUse.wanted(plan, order.seats(), people))
                .map(wanted -> subscription(acting, order, wanted, startedAt, isNew));
    }

    private static Subscription subscription(Acting acting, Order order, Plan plan, Instant startedAt, boolean isNew) {
        LocalDate first = LocalDate.ofInstant(startedAt, order.zone());
        LocalDate paid = isNew ? first.plusDays(plan.trialDays()) : first;
        return new Subscription(
                SubscriptionId.next(),
                acting.tenant(),
                acting.reseller(),
                plan.catalogue(),
                plan.version(),
                plan.slug(),
                order.term(),
                plan.seatCount(),
                Subscription.Status.ACTIVE,
                paid.getDayOfMonth(),
                order.zone(),
                startedAt,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                paid.equals(first) ? null : paid,
                null,
                plan.currency());
    }

    private void checkStart(Instant startedAt) {
        if (startedAt.isAfter(clock.instant())) {
            throw new IllegalArgumentException("A subscription cannot have started in the future: " + startedAt + ".");
        }
    }

    static Refused unknownPlan(String catalogue, String plan) {
        return new Refused(Failure.Invalid.of(
                "billing.unknown-plan", "There is no plan " + plan + " on sale in " + catalogue + "."));
    }

    static Refused notByTheYear(Plan plan) {
        return new Refused(
                Failure.Invalid.of("billing.not-by-the-year", "The plan " + plan.slug() + " is not sold by the year."));
    }

    private static Refused alreadySubscribed() {
        return new Refused(new Failure.Conflict(
                "billing.already-subscribed", "A plan is running already. Change that one instead."));
    }
}
