package io.chom.tenants.billing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.Subscription;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class BudgetServiceTest extends AlertGround {

    @Autowired
    BudgetService budgets;

    @Test
    void the_bill_that_comes_near_to_a_budget_and_reaches_it_is_told_of_once_each() {
        Subscription bought = subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        as(customer, budgets.set(new BigDecimal("32.00")));
        assertThat(told()).extracting(Alert::threshold).containsExactly(80);
        assertThat(written("budget-near")).hasSize(2);

        send(BANDWIDTH, "180", clock.instant());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(budgetAlerts())
                        .contains("100 32.00 USD 33.00 USD "
                                + bought.period(clock.instant()).from()));
        does(customer, bean(Alerting.class).look());
        assertThat(budgetAlerts()).hasSize(2);
        assertThat(written("budget-near")).hasSize(2);
        assertThat(written("budget-reached")).hasSize(2);
    }

    @Test
    void another_budget_is_told_of_anew_and_none_not_at_all() {
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        as(customer, budgets.set(new BigDecimal("29")));
        as(customer, budgets.set(new BigDecimal("1000")));
        as(customer, budgets.set(new BigDecimal("29")));
        assertThat(written("budget-reached")).hasSize(2);

        as(customer, budgets.set(new BigDecimal("28")));
        assertThat(written("budget-reached")).hasSize(4);

        does(customer, budgets.remove());
        assertThat(as(customer, budgets.current().hasElement())).isFalse();
        does(customer, bean(Alerting.class).look());
        assertThat(written("budget-reached")).hasSize(4);
    }

    @Test
    void what_is_refused_changes_nothing() {
        assertThatThrownBy(() -> as(customer, budgets.set(BigDecimal.TEN))).hasMessageStartingWith("not-found: ");
        subscribe("hosting", "starter", ZoneOffset.UTC, Duration.ofDays(1));
        as(customer, budgets.set(new BigDecimal("100")));
        assertThatThrownBy(() -> as(customer, budgets.set(new BigDecimal("0.001"))))
                .hasMessageStartingWith("billing.budget-amount: ");
        var viewer = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "viewer", Set.of("viewer")));
        assertThatThrownBy(() -> as(viewer, budgets.set(BigDecimal.TEN))).hasMessageStartingWith("forbidden: ");
        assertThatThrownBy(() -> does(viewer, budgets.remove())).hasMessageStartingWith("forbidden: ");

        assertThat(as(viewer, budgets.current()).amount()).isEqualTo(new Money(10_000, Currency.getInstance("USD")));
    }

    private List<String> budgetAlerts() {
        return told().stream()
                .filter(BudgetAlert.class::isInstance)
                .map(BudgetAlert.class::cast)
                .map(one -> one.threshold() + " " + one.budget() + " " + one.bill() + " " + one.startsOn())
                .toList();
    }
}
