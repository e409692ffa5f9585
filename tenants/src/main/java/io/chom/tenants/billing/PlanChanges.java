package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.Crew;
import io.chom.tenants.usage.UsageQueries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Moves the acting tenant to another plan, or ends its plan with the period; owners and administrators may. A dearer plan
 * begins at once, a cheaper one with the next period, so that nobody loses what is paid; during a trial, where nothing is,
 * each begins at once. So does a year in the place of a month, of whichever plan, unless something of the month is paid
 * already: then it begins when the month is over. A month waits for the end of the year. All are refused with
 * {@code not-found} without a running subscription.
 */
@Service
public class PlanChanges {

    private final Subscriptions subscriptions;
    private final PlanChangeBook book;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final Holdings holdings;
    private final Crew crew;
    private final TaxRules rules;
    private final TransactionalOperator transactions;
    private final Clock clock;

    PlanChanges(
            Subscriptions subscriptions,
            PlanChangeBook book,
            UsageQueries usage,
            Catalogues catalogues,
            Holdings holdings,
            Crew crew,
            TaxRules rules,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.book = book;
        this.usage = usage;
        this.catalogues = catalogues;
        this.holdings = holdings;
        this.crew = crew;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a change to a plan on sale would mean today, in the currency of the subscription. Refused with
     * {@code billing.unknown-plan}, with {@code billing.other-currency} for a plan that is not sold in it, with
     * {@code billing.same-plan} for the one that is had by the same term and for as many seats, with
     * {@code billing.not-by-the-year}, with {@code billing.seats} and {@code billing.seats-taken} for a number of seats that is
     * not sold or not enough, with {@code billing.ends} for a subscription that ends, and with {@code billing.paused} for one
     * that is paused or about to be.
     *
     * @param plan slug of a plan in the catalogue of the subscription
     * @param term how long it is to be paid for at once
     * @param seats for how many; 0 for as many as are had, which is no matter where it is not sold by the seat
     */
    public Mono<Quote> quote(String plan, Term term, int seats) {
        return quoted(bought -> quote(bought, Offered.plan(bought, plan, catalogues), term, seats));
    }

    /** The same of the plan that is had, as it was sold, for another number of seats; refused likewise. */
    public Mono<Quote> quoteSeats(int seats) {
        return quoted(bought -> quote(bought, bought.sold(), bought.term(), seats));
    }

    /** The same for as many seats as are had. */
    public Mono<Quote> quote(String plan, Term term) {
        return quote(plan, term, 0);
    }

    /**
     * Makes the change as it was quoted, in the place of one that was to come. Refused as {@link #quote} is, and with
     * {@code billing.quote-outdated} where a price or a day is another by now.
     */
    public Mono<Void> change(Quote agreed) {
        return changed((acting, running) -> again(agreed, bought(running))
                .filter(agreed::agreesWith)
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "billing.quote-outdated", "A price or a day is another by now. Look at the change again."))))
                .flatMap(quote ->
                        book.add(running, quote.change(), bought(running).replaces(quote.change()), now())));
    }

    /** Keeps the plan that is had instead of the one that is to come, if any. */
    public Mono<Void> withdraw() {
        return changed(
                (acting, running) -> book.withdraw(running, today(running).plusDays(1), now()));
    }

    /**
     * Ends the subscription with its month, or with the year that is paid for, and withdraws a change that is to come.
     *
     * @param reason why, in the words of the customer; up to 1,000 characters, maybe none
     */
    public Mono<Void> end(String reason) {
        if (reason.length() > 1_000) {
            return Mono.error(new Refused(
                    Failure.Invalid.of("billing.reason-too-long", "A reason has at most 1,000 characters.")));
        }
        return changed((acting, running) -> {
            LocalDate last = bought(running).renewsOn(clock.instant());
            return book.withdraw(running, today(running).plusDays(1), now())
                    .then(book.end(running, last, reason, now()));
        });
    }

    /** Lets a subscription that was to end go on. */
    public Mono<Void> goOn() {
        return changed((acting, running) -> book.goOn(running, now()));
    }

    private interface Change {

        Mono<Void> of(Acting acting, Subscription running);
    }

    private Mono<Void> changed(Change change) {
        return buyer().flatMap(acting -> running(subscriptions.locked(acting.tenant()))
                .flatMap(running -> change.of(acting, running))
                .as(transactions::transactional)
                .doOnSuccess(done -> holdings.forget(acting.tenant())));
    }

    private Mono<Quote> quoted(Function<Bought, Mono<Quote>> quote) {
        return buyer().flatMap(acting -> running(subscriptions.running(acting.tenant()))
                        .flatMap(running -> quote.apply(bought(running))))
                .as(transactions::transactional)
                .flatMap(quoted -> rules.current().map(quoted::taxed));
    }

    private Mono<Quote> again(Quote agreed, Bought bought) {
        Plan to = agreed.to();
        return quote(
                bought, Offered.plan(bought, to, catalogues), agreed.change().term(), to.seatCount());
    }

    private Mono<Quote> quote(Bought bought, Plan plan, Term term, int seats) {
        return SeatUse.people(plan, bought.customer(), crew)
                .map(people -> Offered.of(bought, plan, term, seats, people, clock.instant()))
                .flatMap(to -> quote(bought, to, term));
    }

    private Mono<Quote> quote(Bought bought, Plan to, Term term) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            PlanStep step = step(bought, to, term, catalogues.proration(to), now);
            Bought ended = bought.with(step);
            Instant last = last(ended, step, now);
            return Used.read(List.of(bought), now, usage::totals)
                    .zipWith(Used.read(List.of(ended.at(last)), last, usage::totals))
                    .map(used -> {
                        var before = UsageOverview.of(bought, used.getT1(), catalogues, now);
                        var after = UsageOverview.of(ended.at(last), used.getT2(), catalogues, last);
                        var prepaid = Prepaid.by(bought, step).orElse(null);
                        var off = Reductions.percent(ended, Quote.renewsOn(step, before, after, prepaid));
                        return new Quote(
                                step, before, after, later(bought, step, off, used.getT1(), now), prepaid, off);
                    });
        });
    }

    /** A moment of the month that is billed next with the change: now, or of the day before where a year cuts it short. */
    private static Instant last(Bought changed, PlanStep step, Instant now) {
        Subscription running = changed.subscription();
        Instant begin = step.from().atStartOfDay(running.zone()).toInstant();
        Period before = running.period(begin.minusNanos(1));
        boolean isCut = running.restartsOn(step.from())
                && !before.until().isAfter(step.from())
                && before.days() < running.month(before.start()).days();
        return isCut ? begin.minusMillis(1) : now;
    }

    /** A whole month on the new plan with the usage of the running one. */
    private Estimate later(Bought bought, PlanStep step, BigDecimal off, Used used, Instant now) {
        Period period = bought.period(now);
        var only = new PlanStep(period.from(), step.plan(), Proration.NONE, step.term());
        var whole = new Bought(
                bought.subscription().paid(List.of(new Reduction(period.from(), off, off, null, null))),
                step.plan(),
                step.term(),
                List.of(only));
        return UsageOverview.of(whole, used, catalogues, now).estimate();
    }

    /**
     * What a change is by the rules: when it takes effect, and what it costs for the rest of its period.
     *
     * @param bought what is had at the moment
     * @param proration how the catalogue has it
     */
    static PlanStep step(Bought bought, Plan to, Term term, Proration proration, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, bought.subscription().zone());
        // A year waits for the end of a month of which something is paid: nobody pays its days twice.
        boolean isYear = bought.term() == Term.MONTH && term == Term.YEAR && !bought.isPaidAhead(now);
        if (bought.subscription().isTried(today) || isYear) {
            return new PlanStep(today, to, Proration.NONE, term);
        }
        boolean isDearer =
                term == bought.term() && to.price(term).compareTo(bought.plan().price(term)) >= 0;
        // On the first day of a year all of it is left, so that nobody gets the dearer year for the cheaper one.
        boolean begins =
                bought.year(today).filter(year -> year.from().equals(today)).isPresent();
        return isDearer
                ? new PlanStep(today, to, begins ? Proration.FULL : proration, term)
                : new PlanStep(bought.renewsOn(now), to, Proration.NONE, term);
    }

    private Bought bought(Subscription running) {
        return Bought.of(running, catalogues, clock.instant());
    }

    private LocalDate today(Subscription running) {
        return LocalDate.ofInstant(clock.instant(), running.zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Mono<Acting> buyer() {
        return Permission.any("owner", "admin");
    }

    private static Mono<Subscription> running(Mono<Subscription> found) {
        return found.switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("subscription"))));
    }
}
