package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.UsageRights;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What a customer means to spend in a period; it is told when the bill comes near to it. */
@Service
public class BudgetService {

    /** A thousand million of the currency. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final Budgets budgets;
    private final SubscriptionService subscriptions;
    private final Alerting alerting;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    BudgetService(
            Budgets budgets,
            SubscriptionService subscriptions,
            Alerting alerting,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.budgets = budgets;
        this.subscriptions = subscriptions;
        this.alerting = alerting;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** The budget of the acting tenant, or empty without one; needs {@code usage:read}. */
    public Mono<Budget> current() {
        return UsageRights.reader()
                .flatMap(acting -> budgets.find(acting.tenant()))
                .as(transactions::transactional);
    }

    /**
     * Sets the budget of each period from the running one on, in the place of another; needs {@code owner} or {@code admin}.
     * What the bill has come to already is told of at once. Refused with {@code billing.budget-amount} unless the amount is
     * more than nothing, at most a thousand million and no finer than the currency of the bill, and with {@code not-found}
     * without a running subscription; then nothing changes.
     *
     * @param amount in major units
     */
    public Mono<Budget> set(BigDecimal amount) {
        return writer().flatMap(acting -> subscriptions
                        .bought()
                        .map(bought -> budget(amount, bought.plan().price().currency()))
                        .flatMap(budget -> budgets.put(acting, budget, clock.instant())
                                .then(alerting.look())
                                .then(tell(acting))
                                .thenReturn(budget)))
                .as(transactions::transactional);
    }

    /** Has no budget from now on; needs {@code owner} or {@code admin}. */
    public Mono<Void> remove() {
        return writer().flatMap(acting -> budgets.remove(acting.tenant()).then(tell(acting)))
                .as(transactions::transactional);
    }

    private static Mono<Acting> writer() {
        return Permission.any("owner", "admin");
    }

    private Mono<Void> tell(Acting acting) {
        return Mono.defer(
                () -> broadcast.send(AlertService.CHANNEL, acting.tenant().toString()));
    }

    /** Looks at size first: a number such as 1e999999999 must not be written out. */
    static Budget budget(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.signum() <= 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > digits) {
            throw noBudget();
        }
        return new Budget(Money.of(amount.toPlainString(), currency));
    }

    /** The refusal of what is no amount for a budget, for whoever could not even read it. */
    public static Refused noBudget() {
        return new Refused(Failure.Invalid.of(
                "billing.budget-amount",
                "A budget is a number, more than nothing and at most 1,000,000,000, with no more digits behind the point than "
                        + "its currency has."));
    }
}
