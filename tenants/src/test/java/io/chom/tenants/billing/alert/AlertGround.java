package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.UsageForecasts;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.tenancy.HouseMails;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer with what looks at its usage, at any time. */
abstract class AlertGround extends CustomerGround {

    static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");

    @Autowired
    UsageOverviews overviews;

    @Autowired
    AlertService alerts;

    /** The program's own way to look, at another time and with other thresholds. */
    Alerting alerting(Clock clock, List<Integer> thresholds) {
        return new Alerting(
                subscriptions,
                overviews,
                bean(Catalogues.class),
                bean(AlertBook.class),
                bean(Budgets.class),
                bean(AlertWords.class),
                bean(HouseMails.class),
                transactions,
                bean(Broadcast.class),
                properties(thresholds),
                clock);
    }

    /** The program's own way to sum up, at another time. */
    ReportRun reports(Clock clock) {
        var reporting = new Reporting(
                bean(ReportBook.class),
                subscriptions,
                overviews,
                bean(UsageForecasts.class),
                bean(InvoiceService.class),
                bean(AlertWords.class),
                bean(HouseMails.class),
                transactions,
                clock);
        return new ReportRun(
                bean(DueReports.class),
                bean(DueTasks.class),
                reporting,
                bean(Broadcast.class),
                properties(List.of(80)),
                clock);
    }

    private static AlertProperties properties(List<Integer> thresholds) {
        return new AlertProperties(
                thresholds,
                List.of(80, 100),
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                100,
                LocalTime.of(8, 0),
                Duration.ofDays(7));
    }

    List<Alert> told() {
        return as(customer, alerts.latest(100));
    }
}
