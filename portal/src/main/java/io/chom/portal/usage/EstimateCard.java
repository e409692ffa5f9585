package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.LiveNumber;
import io.chom.portal.parts.PlainTable;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.platform.Money;
import java.util.List;

/** The bill so far and each line of it. */
final class EstimateCard extends Composite<Div> {

    private final transient Language language;
    private final transient MeterWords words;
    private final LiveNumber total = new LiveNumber();
    private final Paragraph why = new Paragraph();
    private final Div lines = new Div();

    EstimateCard(Language language) {
        this.language = language;
        this.words = new MeterWords(language);
        total.addClassName("total");
        why.addClassName("muted");
        var title = new Div(new H2(language.say("usage.estimate")), why);
        var head = new Div(title, total);
        head.addClassNames("card-head", "estimate-head");
        getContent().addClassNames("card", "estimate");
        getContent().add(head, lines);
    }

    void show(UsageOverview overview) {
        var formats = language.formats();
        total.show(formats.money(overview.estimate().total()));
        why.setText(language.say(
                "usage.estimate.why", formats.date(overview.period().until().minusDays(1))));
        lines.removeAll();
        lines.add(table(overview));
    }

    private PlainTable table(UsageOverview overview) {
        var table = new PlainTable(
                language.say("usage.estimate.caption"),
                List.of(
                        language.say("usage.estimate.charge"),
                        language.say("usage.estimate.calculation"),
                        language.say("usage.estimate.amount")));
        table.addClassName("charges");
        var plan = overview.plan();
        table.row(
                language.say("usage.estimate.plan", plan.name()),
                money(plan.price()) + " " + language.say("usage.price"),
                money(plan.price()));
        language.worded(overview.meters()).stream()
                .filter(usage -> usage.overageCost().minor() > 0)
                .forEach(usage -> charges(table, usage));
        table.row(
                language.say("usage.estimate.total"),
                "",
                money(overview.estimate().total()));
        return table;
    }

    private void charges(PlainTable table, MeterUsage usage) {
        var label = language.say("usage.estimate.overage", usage.meter().name());
        var formulas = words.charges(usage).iterator();
        MeterWords.parts(usage).forEach(charge -> table.row(label, formulas.next(), money(charge.amount())));
    }

    private String money(Money money) {
        return language.formats().money(money);
    }
}
