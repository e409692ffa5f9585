package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.UsageQueries;
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
 * each begins at once. All are refused with
 * {@code not-found} without a running subscription.
 */
@Service
public class PlanChanges {

    private final Subscriptions subscriptions;
    private final PlanChangeBook book;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final Holdings holdings;
    private final TransactionalOperator transactions;
    private final Clock clock;

    PlanChanges(
            Subscriptions subscriptions,
            PlanChangeBook book,
            UsageQueries usage,
            Catalogues catalogues,
            Holdings holdings,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.book = book;
        this.usage = usage;
        this.catalogues = catalogues;
        this.holdings = holdings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a change to a plan on sale would mean today. Refused with {@code billing.unknown-plan}, with
     * {@code billing.same-plan} for the one that is had, and with {@code billing.ends} for a subscription that ends.
     *
     * @param plan slug of a plan in the catalogue of the subscription
     */
    public Mono<Quote> quote(String plan) {
        return buyer().flatMap(acting ->
                        running(subscriptions.running(acting.tenant())).flatMap(running -> quote(running, plan)))
                .as(transactions::transactional);
    }

    /**
     * Makes the change as it was quoted, in the place of one that was to come. Refused as {@link #quote} is, and with
     * {@code billing.quote-outdated} where a price or a day is another by now.
     */
    public Mono<Void> change(Quote agreed) {
        return changed((acting, running) -> quote(running, agreed.to().slug())
                .filter(agreed::agreesWith)
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "billing.quote-outdated", "A price or a day is another by now. Look at the change again."))))
                .flatMap(quote -> book.add(running, quote.change(), now())));
    }

    /** Keeps the plan that is had instead of the one that is to come, if any. */
    public Mono<Void> withdraw() {
        return changed(
                (acting, running) -> book.withdraw(running, today(running).plusDays(1), now()));
    }

    /**
     * Ends the subscription with its period, and withdraws a change that is to come.
     *
     * @param reason why, in the words of the customer; up to 1,000 characters, maybe none
     */
    public Mono<Void> end(String reason) {
        if (reason.length() > 1_000) {
            return Mono.error(new Refused(
                    Failure.Invalid.of("billing.reason-too-long", "A reason has at most 1,000 characters.")));
        }
        return changed((acting, running) -> {
            LocalDate last = running.period(clock.instant()).until();
            return book.withdraw(running, today(running).plusDays(1), now()).then(book.end(running, last, reason));
        });
    }

    /** Lets a subscription that was to end go on. */
    public Mono<Void> goOn() {
        return changed((acting, running) -> book.goOn(running));
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

    private Mono<Quote> quote(Subscription running, String slug) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Bought bought = Bought.of(running, catalogues, now);
            PlanStep step = step(bought, offered(bought, slug), now);
            return Used.read(List.of(bought), now, usage::totals).map(used -> quote(bought, step, used, now));
        });
    }

    private Quote quote(Bought bought, PlanStep step, Used used, Instant now) {
        Function<Bought, UsageOverview> overview = one -> UsageOverview.of(one, used, catalogues, now);
        var whole = new Bought(
                bought.subscription().paid(),
                step.plan(),
                List.of(new PlanStep(bought.period(now).from(), step.plan(), Proration.NONE)));
        return new Quote(
                step,
                overview.apply(bought),
                overview.apply(bought.with(step).at(now)),
                overview.apply(whole).estimate());
    }

    private Plan offered(Bought bought, String slug) {
        String catalogue = bought.subscription().catalogue();
        if (bought.subscription().endsOn() != null) {
            throw new Refused(new Failure.Conflict(
                    "billing.ends", "The subscription is about to end. Let it go on before you change it."));
        }
        Plan plan =
                catalogues.plan(catalogue, slug).orElseThrow(() -> SubscriptionService.unknownPlan(catalogue, slug));
        if (plan.isSoldAs(bought.plan())) {
            throw new Refused(new Failure.Conflict("billing.same-plan", "You have this plan already."));
        }
        return plan;
    }

    private PlanStep step(Bought bought, Plan to, Instant now) {
        LocalDate today = today(bought.subscription());
        if (bought.subscription().isTried(today)) {
            return new PlanStep(today, to, Proration.NONE);
        }
        boolean isDearer = to.price().compareTo(bought.plan().price()) >= 0;
        return isDearer
                ? new PlanStep(today, to, catalogues.proration(to))
                : new PlanStep(bought.period(now).until(), to, Proration.NONE);
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
