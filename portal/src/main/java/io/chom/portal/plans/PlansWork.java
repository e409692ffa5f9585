package io.chom.portal.plans;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.PauseOffer;
import io.chom.tenants.billing.Pausing;
import io.chom.tenants.billing.PlanChanges;
import io.chom.tenants.billing.Quote;
import io.chom.tenants.billing.SeatService;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a customer may do about its plan, and what there is to see then. */
final class PlansWork extends Work<PlansWork.Page> {

    private final SubscriptionService subscriptions;
    private final PlanChanges changes;
    private final Pausing pausing;
    private final SeatService seats;
    private final Catalogues catalogues;
    private final Currency preferred;
    private final ZoneId zone;
    private final Clock clock;

    private volatile Optional<Quote> quote = Optional.empty();
    private volatile Optional<Currency> wished = Optional.empty();

    /**
     * For somebody.
     *
     * @param preferred the currency of prices while nothing that is paid says another
     * @param zone of the days in which a plan that is bought here is billed
     */
    PlansWork(
            SubscriptionService subscriptions,
            PlanChanges changes,
            Pausing pausing,
            SeatService seats,
            Catalogues catalogues,
            Currency preferred,
            ZoneId zone,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.pausing = pausing;
        this.seats = seats;
        this.catalogues = catalogues;
        this.preferred = preferred;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * What there is to see.
     *
     * @param bought the running subscription
     * @param onSale the plans to choose from, from the smallest to the largest
     * @param currencies among which to choose; none while a plan runs
     * @param currency in which they are shown
     * @param isNewTo names of their catalogues of which no plan was ever had, so that one may be tried
     * @param people who belong to the customer: of a plan that is sold by the seat it has one for each
     * @param pause how the plan could be paused; empty where it cannot
     * @param quote what the change would mean that is looked at
     * @param now when this was read
     * @param refusal why the last wish was refused
     */
    record Page(
            Optional<Bought> bought,
            List<Plan> onSale,
            List<Currency> currencies,
            Currency currency,
            Set<String> isNewTo,
            int people,
            Optional<PauseOffer> pause,
            Optional<Quote> quote,
            Instant now,
            Optional<Failure> refusal) {

        /** Whether what is had costs nothing yet. */
        boolean isTried() {
            return bought.map(one -> one.subscription().status(now) == Subscription.Status.TRIALING)
                    .orElse(false);
        }

        /** The day on which this was read, of the zone of what is had. */
        LocalDate today() {
            return LocalDate.ofInstant(
                    now, bought.map(one -> one.subscription().zone()).orElse(ZoneOffset.UTC));
        }
    }

    /** @param plan for as many seats as are wanted, as in {@link #look} */
    void buy(Plan plan, Term term) {
        wish(() -> subscriptions.subscribe(
                new Order(plan.catalogue(), plan.slug(), term, zone, plan.seatCount(), plan.currency())));
    }

    /** Shows prices in another currency. */
    void show(Currency currency) {
        wished = Optional.of(currency);
        wish(Mono::empty);
    }

    /** The first day that is paid for of a plan that is bought at a moment and tried first. */
    LocalDate paidFrom(Plan plan, Instant now) {
        return LocalDate.ofInstant(now, zone).plusDays(plan.trialDays());
    }

    void look(Plan plan, Term term) {
        wish(() -> changes.quote(plan.slug(), term, plan.seatCount()).doOnNext(found -> quote = Optional.of(found)));
    }

    /** Looks at another number of seats of the plan that is had, as it was sold. */
    void look(int seats) {
        wish(() -> changes.quoteSeats(seats).doOnNext(found -> quote = Optional.of(found)));
    }

    void leave() {
        quote = Optional.empty();
        wish(Mono::empty);
    }

    void agree(Quote shown) {
        quote = Optional.empty();
        wish(() -> changes.change(shown));
    }

    void stay() {
        wish(changes::withdraw);
    }

    void pause(LocalDate from, LocalDate until) {
        quote = Optional.empty();
        wish(() -> pausing.pause(from, until));
    }

    void resume() {
        wish(pausing::resume);
    }

    void end(String reason) {
        quote = Optional.empty();
        wish(() -> changes.end(reason));
    }

    void goOn() {
        wish(changes::goOn);
    }

    @Override
    protected Mono<Page> found() {
        return subscriptions
                .current()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(bought -> Mono.zip(isNewTo(bought), offer(bought), subscriptions.currency(), seats.people())
                        .map(found -> page(bought, found.getT1(), found.getT2(), found.getT3(), found.getT4())));
    }

    private Page page(
            Optional<Bought> bought,
            Set<String> isNewTo,
            Optional<PauseOffer> pause,
            Optional<Currency> own,
            int people) {
        Currency currency =
                bought.map(Bought::currency).or(() -> wished).or(() -> own).orElse(preferred);
        return new Page(
                bought,
                bought.map(one -> catalogues.plans(one.subscription().catalogue(), currency))
                        .orElseGet(() -> catalogues.storefront(currency)),
                bought.isPresent() ? List.of() : catalogues.storefrontCurrencies(),
                currency,
                isNewTo,
                people,
                pause,
                quote,
                clock.instant(),
                refusal());
    }

    private Mono<Optional<PauseOffer>> offer(Optional<Bought> bought) {
        return bought.isEmpty()
                ? Mono.just(Optional.empty())
                : pausing.offer()
                        .map(Optional::of)
                        .onErrorResume(Refused.class, refused -> Mono.just(Optional.empty()));
    }

    private Mono<Set<String>> isNewTo(Optional<Bought> bought) {
        return bought.isPresent()
                ? Mono.just(Set.of())
                : Flux.fromStream(() -> catalogues.storefront(preferred).stream()
                                .map(Plan::catalogue)
                                .distinct())
                        .filterWhen(subscriptions::isNew)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Flux<?> changes() {
        return subscriptions.changes();
    }
}
