package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.LiveNumber;
import io.chom.portal.parts.PlainTable;
import io.chom.tenants.billing.Estimate;
import io.chom.tenants.billing.UsageOverview;
import java.util.List;

/** The bill so far and each line of it. */
final class EstimateCard extends Composite<Div> {

    private final transient Language language;
    private final LiveNumber total = new LiveNumber();
    private final Paragraph why = new Paragraph();
    private final Div lines = new Div();

    EstimateCard(Language language) {
        this.language = language;
        total.addClassName("total");
        why.addClassName("muted");
        var words = new Div(new H2(language.say("usage.estimate")), why);
        var head = new Div(words, total);
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
        lines.add(table(overview.estimate()));
    }

    private PlainTable table(Estimate estimate) {
        var table = new PlainTable(
                language.say("usage.estimate.caption"),
                List.of(
                        language.say("usage.estimate.charge"),
                        language.say("usage.estimate.calculation"),
                        language.say("usage.estimate.amount")));
        estimate.lines().forEach(line -> table.row(line.label(), line.formula(), money(line)));
        table.row(language.say("usage.estimate.total"), "", language.formats().money(estimate.total()));
        return table;
    }

    private String money(Estimate.Line line) {
        return language.formats().money(line.amount());
    }
}
