package io.chom.tenants.billing.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When customers are told of what they use.
 *
 * @param thresholds percentages of an allowance, each more than 0
 * @param budgetThresholds percentages of a budget, each more than 0
 * @param pace between two looks at those whose usage has changed
 * @param recheck after how long somebody is looked at of whose usage nothing was heard
 * @param batch most customers that are looked at in one round for that reason
 * @param weekly the time of Monday, in the customer's zone, from which the summary of the week is sent
 * @param reportable how long after an invoice was written the report of its period is still sent, and how long after an
 *     allowance was used up a task is still made of it
 */
@ConfigurationProperties("chom.billing.alerts")
record AlertProperties(
        @DefaultValue({"80", "90", "100"}) List<Integer> thresholds,
        @DefaultValue({"80", "100"}) List<Integer> budgetThresholds,
        @DefaultValue("3s") Duration pace,
        @DefaultValue("1h") Duration recheck,
        @DefaultValue("100") int batch,
        @DefaultValue("08:00") LocalTime weekly,
        @DefaultValue("7d") Duration reportable) {

    AlertProperties {
        thresholds = List.copyOf(thresholds);
        budgetThresholds = List.copyOf(budgetThresholds);
    }
}
