package io.chom.portal.alerts;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.alert.Alert;
import io.chom.tenants.billing.alert.AlertService;
import io.chom.tenants.billing.alert.Budget;
import io.chom.tenants.billing.alert.BudgetService;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Failure;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody wants done about the budget, and what there is to see then. */
final class AlertsWork extends Work<AlertsWork.Page> {

    /** More than a year of them, where a dozen meters reach everything that there is to reach. */
    private static final int MOST = 500;

    private final AlertService alerts;
    private final BudgetService budgets;
    private final SubscriptionService subscriptions;
    private final Catalogues catalogues;

    AlertsWork(AlertService alerts, BudgetService budgets, SubscriptionService subscriptions, Catalogues catalogues) {
        this.alerts = alerts;
        this.budgets = budgets;
        this.subscriptions = subscriptions;
        this.catalogues = catalogues;
    }

    /**
     * What there is to see.
     *
     * @param alerts the newest first
     * @param budget empty without one
     * @param currency of the next budget: that of what is paid
     * @param refusal why the last wish was refused
     */
    record Page(List<Alert> alerts, Optional<Budget> budget, Currency currency, Optional<Failure> refusal) {

        Page {
            alerts = List.copyOf(alerts);
        }
    }

    /** @param amount empty where what was typed is none */
    void set(Optional<BigDecimal> amount) {
        wish(() -> amount.map(budgets::set).orElseGet(() -> Mono.error(BudgetService.noBudget())));
    }

    void remove() {
        wish(budgets::remove);
    }

    @Override
    protected Mono<Page> found() {
        var budget = budgets.current().map(Optional::of).defaultIfEmpty(Optional.empty());
        var currency = subscriptions.currency().map(own -> own.orElseGet(catalogues::currency));
        return Mono.zip(alerts.latest(MOST), budget, currency)
                .map(read -> new Page(read.getT1(), read.getT2(), read.getT3(), refusal()));
    }

    @Override
    public Flux<?> changes() {
        return alerts.changes();
    }
}
