package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.UpgradeSaving;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at what a customer has used and what that costs, by the figures of the usage page. What has been reached is recorded,
 * and told of by one mail, the highest, in the same transaction: both happen once, or not at all.
 */
@Service
class Alerting {

    private final SubscriptionService subscriptions;
    private final UsageOverviews overviews;
    private final Catalogues catalogues;
    private final AlertBook book;
    private final Budgets budgets;
    private final AlertWords words;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final AlertProperties properties;
    private final Clock clock;

    Alerting(
            SubscriptionService subscriptions,
            UsageOverviews overviews,
            Catalogues catalogues,
            AlertBook book,
            Budgets budgets,
            AlertWords words,
            HouseMails mails,
            TransactionalOperator transactions,
            Broadcast broadcast,
            AlertProperties properties,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.overviews = overviews;
        this.catalogues = catalogues;
        this.book = book;
        this.budgets = budgets;
        this.words = words;
        this.mails = mails;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks at the acting customer; does nothing without a running subscription. */
    Mono<Void> look() {
        return TenantContext.require()
                .flatMap(acting -> subscriptions
                        .current()
                        .flatMap(bought -> overviews
                                .of(bought, clock.instant())
                                .flatMap(overview -> see(acting, bought, overview))))
                .as(transactions::transactional);
    }

    private Mono<Void> see(Acting acting, Bought bought, UsageOverview overview) {
        return Flux.fromIterable(overview.meters())
                .concatMap(usage -> allowance(acting, bought, overview, usage))
                .concatWith(Flux.defer(() -> budget(acting, bought, overview)))
                .count()
                .filter(told -> told > 0)
                .flatMap(told ->
                        broadcast.send(AlertService.CHANNEL, acting.tenant().toString()));
    }

    private Mono<Boolean> allowance(Acting acting, Bought bought, UsageOverview overview, MeterUsage usage) {
        var reached = reached(properties.thresholds(), usage.percent());
        if (reached.isEmpty()) {
            return Mono.empty();
        }
        int highest = Collections.max(reached);
        return told(
                acting,
                book.record(acting, bought.subscription().id(), UsageAlert.of(overview, usage, highest), reached),
                house -> new AllowanceMail(
                        highest, overview, usage, UpgradeSaving.find(overview, catalogues), words, house));
    }

    /** A budget of another currency than the bill's is of another catalogue, and nothing that the bill could reach. */
    private Mono<Boolean> budget(Acting acting, Bought bought, UsageOverview overview) {
        var bill = overview.estimate().total();
        return budgets.find(acting.tenant())
                .filter(budget -> budget.amount().currency().equals(bill.currency()))
                .flatMap(budget -> budget(acting, bought, overview, budget));
    }

    private Mono<Boolean> budget(Acting acting, Bought bought, UsageOverview overview, Budget budget) {
        var bill = overview.estimate().total();
        var reached = reached(properties.budgetThresholds(), budget.percent(bill));
        if (reached.isEmpty()) {
            return Mono.empty();
        }
        var period = overview.period();
        var highest = new BudgetAlert(period.from(), Collections.max(reached), budget.amount(), bill, overview.asOf());
        return told(
                acting,
                book.record(acting, bought.subscription().id(), highest, reached),
                house -> new BudgetMail(highest, period.until(), house));
    }

    private Mono<Boolean> told(Acting acting, Mono<Boolean> recorded, Function<String, Mail> mail) {
        return recorded.filter(isNew -> isNew)
                .flatMap(isNew -> mails.write(acting.tenant(), mail).thenReturn(isNew));
    }

    private static List<Integer> reached(List<Integer> thresholds, int percent) {
        return thresholds.stream().filter(one -> percent >= one).toList();
    }
}
