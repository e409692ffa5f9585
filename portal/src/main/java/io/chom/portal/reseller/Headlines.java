package io.chom.portal.reseller;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Headline;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.reseller.ResellerDashboard;
import io.chom.tenants.reseller.ResellerDashboard.CustomerRow;

/** The numbers in the first row of the dashboard. */
final class Headlines extends Composite<Div> {

    private final transient Language language;
    private final Headline customers;
    private final Headline mrr;
    private final Headline near;
    private final Headline overage;

    Headlines(Language language) {
        this.language = language;
        customers = new Headline(language.say("reseller.customers"));
        mrr = new Headline(language.say("reseller.mrr"));
        near = new Headline(language.say("reseller.near"));
        overage = new Headline(language.say("reseller.overage"));
        getContent().addClassName("stats");
        getContent().add(customers, mrr, near, overage);
    }

    void show(ResellerDashboard dashboard) {
        var formats = language.formats();
        customers.show(formats.number(dashboard.customers().size()), activity(dashboard));
        mrr.show(formats.lines(dashboard.mrr()), language.say("reseller.mrr.why"));
        near.show(
                formats.number(dashboard.nearLimit()),
                language.say(dashboard.nearLimit() == 0 ? "reseller.near.none" : "reseller.near.why"));
        long over = dashboard.customers().stream().filter(Headlines::isOver).count();
        overage.show(formats.lines(overage(dashboard)), language.count("reseller.overage.why", over));
    }

    private String activity(ResellerDashboard dashboard) {
        long active = dashboard.customers().stream()
                .filter(row -> "active".equals(row.status()))
                .count();
        long suspended = dashboard.customers().size() - active;
        var formats = language.formats();
        return suspended == 0
                ? language.say("reseller.customers.active", formats.number(active))
                : language.say("reseller.customers.suspended", formats.number(active), formats.number(suspended));
    }

    private static boolean isOver(CustomerRow row) {
        return row.meters().stream().anyMatch(usage -> usage.overageCost().minor() > 0);
    }

    private static Sums overage(ResellerDashboard dashboard) {
        return Sums.of(
                dashboard.customers().stream()
                        .flatMap(row -> row.meters().stream())
                        .map(MeterUsage::overageCost),
                dashboard.mrr().each().getFirst().currency());
    }
}
