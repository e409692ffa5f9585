package io.chom.portal.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.PlainTable;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.alert.Alert;
import io.chom.tenants.billing.alert.BudgetAlert;
import io.chom.tenants.billing.alert.UsageAlert;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The budget, and every alert of this and earlier periods. */
final class AlertsContent implements StatePanel.Content<AlertsWork.Page> {

    private final AlertWords words;
    private final Language language;
    private final BudgetCard budget;
    private final Placard none;
    private final Div list = new Div();
    private final Div table = new Div();
    private final Div page;
    private volatile List<Alert> shown = List.of();

    AlertsContent(AlertWords words, BudgetCard budget) {
        this.words = words;
        this.language = words.language();
        this.budget = budget;
        none = new Placard(
                Icon.CHECK, language.say("alerts.empty"), language.say("alerts.empty.why", words.ofAllowances()));
        var tools = new Div(new CsvLink(language.say("alerts.export"), "alerts.csv", this::rows));
        tools.addClassName("filters");
        var head = new Div(new H2(language.say("alerts.list")), tools);
        head.addClassName("card-head");
        list.addClassName("card");
        list.add(head, table);
        page = new Div(budget, none, list);
        page.addClassName("stack");
    }

    @Override
    public void show(AlertsWork.Page found) {
        budget.show(found);
        none.setVisible(found.alerts().isEmpty());
        list.setVisible(!found.alerts().isEmpty());
        if (!found.alerts().equals(shown)) {
            shown = found.alerts();
            table.removeAll();
            table.add(table(shown));
        }
    }

    private PlainTable table(List<Alert> alerts) {
        var drawn = new PlainTable(
                        language.say("alerts.list"),
                        Stream.of("subject", "at", "since", "figures", "threshold")
                                .map(key -> language.say("alerts.column." + key))
                                .toList())
                .listed();
        alerts.forEach(one -> drawn.row(
                words.subject(one), words.moment(one), words.since(one), words.figures(one), words.threshold(one)));
        return drawn;
    }

    private List<List<String>> rows() {
        var heads = Stream.of("subject", "at", "since", "threshold", "reached", "of", "currency")
                .map(key -> language.say("alerts.csv." + key))
                .toList();
        return Stream.concat(Stream.of(heads), shown.stream().map(this::row)).toList();
    }

    private List<String> row(Alert alert) {
        var figures = switch (alert) {
            case UsageAlert usage -> List.of(plain(usage.used()), plain(usage.included()), "");
            case BudgetAlert one ->
                List.of(
                        plain(one.bill().major()),
                        plain(one.budget().major()),
                        one.budget().currency().getCurrencyCode());
        };
        var told = List.of(
                words.subject(alert),
                alert.at().toString(),
                alert.startsOn().toString(),
                String.valueOf(alert.threshold()));
        return Stream.concat(told.stream(), figures.stream()).toList();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    @Override
    public Component component() {
        return page;
    }
}
