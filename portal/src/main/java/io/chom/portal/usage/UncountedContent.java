package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.PlainTable;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.Replayed;
import java.util.List;
import java.util.stream.Stream;

/** Refused events with their reasons, and what is billed to nobody. */
final class UncountedContent implements StatePanel.Content<UncountedWork.Page> {

    private final Language language;
    private final UncountedWords words;
    private final Refusal refusal;
    private final Placard none;
    private final Paragraph told = new Paragraph();
    private final Paragraph dropped = new Paragraph();
    private final Div events = new Div();
    private final Div eventsCard = new Div();
    private final Div unbilled = new Div();
    private final Div unbilledCard = new Div();
    private final Div page;
    private volatile List<RejectedEvent> shown = List.of();

    /** @param mayRetry whether the person may send events through again */
    UncountedContent(Language language, UncountedWork work, boolean mayRetry) {
        this.language = language;
        this.words = new UncountedWords(language);
        refusal = new Refusal(language);
        none = new Placard(Icon.CHART, say("empty"), say("empty.why"));
        var again = new Button(say("again"), Icon.REFRESH.create(), event -> work.again());
        again.setVisible(mayRetry);
        var export = new CsvLink(say("export"), "uncounted.csv", () -> words.rows(shown));
        told.getElement().setAttribute("role", "status");
        dropped.addClassName("muted");
        card(eventsCard, say("events"), new Div(again, export), told, events, dropped);
        card(unbilledCard, say("unbilled"), new Div(), new Paragraph(say("unbilled.why")), unbilled);
        page = new Div(refusal, none, eventsCard, unbilledCard);
        page.addClassName("stack");
    }

    private static void card(Div card, String title, Div tools, Component... below) {
        tools.addClassName("filters");
        var head = new Div(new H2(title), tools);
        head.addClassName("card-head");
        card.addClassName("card");
        card.add(head);
        card.add(below);
    }

    @Override
    public void show(UncountedWork.Page page) {
        shown = page.events();
        refusal.show(page.refusal());
        none.setVisible(page.events().isEmpty() && page.unbilled().isEmpty());
        eventsCard.setVisible(!page.events().isEmpty() || page.replayed().isPresent());
        told.setText(page.replayed().map(this::told).orElse(""));
        dropped.setText(
                page.size().dropped() > 0
                        ? language.count("uncounted.dropped", page.size().dropped())
                        : "");
        fill(events, page.events().isEmpty() ? Stream.empty() : Stream.of(table(page.events())));
        unbilledCard.setVisible(!page.unbilled().isEmpty());
        fill(unbilled, Stream.of(unbilled(page.unbilled())));
    }

    private static void fill(Div place, Stream<PlainTable> table) {
        place.removeAll();
        table.forEach(place::add);
    }

    private String told(Replayed done) {
        var formats = language.formats();
        return language.say(
                "uncounted.replayed",
                formats.number(done.taken()),
                formats.number(done.refused()),
                formats.number(done.left()));
    }

    private PlainTable table(List<RejectedEvent> all) {
        var table = table("events", "event", "meter", "time", "reason", "quantity");
        all.forEach(one -> table.row(
                UncountedWords.text(one.id()),
                UncountedWords.text(one.meter()),
                words.time(one.time()),
                words.reason(one),
                words.quantity(one)));
        return table;
    }

    private PlainTable unbilled(List<UnmatchedUsage> all) {
        var table = table("unbilled", "meter", "time", "reason", "quantity");
        all.forEach(one -> table.row(
                language.worded(one.meter()).name(),
                words.days(one),
                words.reason(one),
                language.quantity(one.quantity(), one.meter())));
        return table;
    }

    private PlainTable table(String caption, String... heads) {
        return new PlainTable(say(caption), Stream.of(heads).map(this::say).toList()).listed();
    }

    private String say(String key) {
        return language.say("uncounted." + key);
    }

    @Override
    public Component component() {
        return page;
    }
}
