package io.chom.portal.alerts;

import io.chom.portal.formats.Language;
import io.chom.tenants.billing.alert.Alert;
import io.chom.tenants.billing.alert.BudgetAlert;
import io.chom.tenants.billing.alert.Thresholds;
import io.chom.tenants.billing.alert.UsageAlert;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.text.ListFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sentences about alerts.
 *
 * @param meters finds what a meter counts; empty for one that no catalogue knows any more
 * @param thresholds at which parts there are alerts
 */
record AlertWords(Language language, Function<MeterId, Optional<Meter>> meters, Thresholds thresholds) {

    /** All parts of what is included at which there are alerts: "80%, 90%, and 100%". */
    String ofAllowances() {
        return parts(thresholds.ofAllowances());
    }

    /** All parts of a budget at which there are alerts. */
    String ofBudgets() {
        return parts(thresholds.ofBudgets());
    }

    private String parts(List<Integer> percents) {
        return ListFormat.getInstance(language.words(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(percents.stream().map(language.formats()::percent).toList());
    }

    /** What it is about: the name of a meter, or the budget. */
    String subject(Alert alert) {
        return switch (alert) {
            case UsageAlert usage ->
                meters.apply(usage.meter())
                        .map(meter -> language.worded(meter).name())
                        .orElseGet(() -> usage.meter().value());
            case BudgetAlert budget -> language.say("alerts.budget");
        };
    }

    /** How much there was then: "84 GB of 100 GB". */
    String figures(Alert alert) {
        return switch (alert) {
            case UsageAlert usage ->
                language.say(
                        usage.per() == Allowance.Per.DAY ? "alerts.of-day" : "alerts.of",
                        quantity(usage.meter(), usage.used()),
                        quantity(usage.meter(), usage.included()));
            case BudgetAlert budget ->
                language.say(
                        "alerts.of",
                        language.formats().money(budget.bill()),
                        language.formats().money(budget.budget()));
        };
    }

    /** The period that it belongs to, by its first day. */
    String since(Alert alert) {
        return language.formats().date(alert.startsOn());
    }

    String threshold(Alert alert) {
        return language.formats().percent(alert.threshold());
    }

    String moment(Alert alert) {
        return language.moment(alert.at());
    }

    private String quantity(MeterId id, BigDecimal quantity) {
        return meters.apply(id)
                .map(meter -> language.quantity(quantity, meter))
                .orElseGet(() -> language.formats().number(quantity, 2));
    }
}
