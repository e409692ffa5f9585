package io.chom.tenants.billing.alert;

import java.util.List;

/**
 * At which parts customers are told of what they use.
 *
 * @param ofAllowances percentages of what a plan includes
 * @param ofBudgets percentages of a budget
 */
public record Thresholds(List<Integer> ofAllowances, List<Integer> ofBudgets) {

    public Thresholds {
        ofAllowances = List.copyOf(ofAllowances);
        ofBudgets = List.copyOf(ofBudgets);
    }
}
