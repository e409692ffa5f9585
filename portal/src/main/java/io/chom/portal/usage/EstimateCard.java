package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.LiveNumber;
import io.chom.portal.parts.PlainTable;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import java.util.List;
import java.util.Optional;

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
        var title = new Div(new H2(language.say("usage.estimate")), why);
        var head = new Div(title, total);
        head.addClassNames("card-head", "estimate-head");
        getContent().addClassNames("card", "estimate");
        getContent().add(head, lines, new RouterLink(language.say("usage.whatif"), WhatIfView.class));
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
        var words = new LineWords(language, id -> meter(overview, id));
        overview.estimate()
                .lines()
                .forEach(line -> table.row(words.label(line), words.formula(line), money(line.amount())));
        table.row(
                language.say("usage.estimate.total"),
                "",
                money(overview.estimate().total()));
        return table;
    }

    private static Optional<Meter> meter(UsageOverview overview, MeterId id) {
        return overview.meters().stream()
                .map(MeterUsage::meter)
                .filter(meter -> meter.id().equals(id))
                .findFirst();
    }

    private String money(Money money) {
        return language.formats().money(money);
    }
}
