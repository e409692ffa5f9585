package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.PlainTable;
import io.chom.portal.parts.Segments;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.usage.FigureEvent;
import io.chom.tenants.usage.SubjectUsage;
import io.chom.tenants.usage.UsageParts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A meter of the period, its days and its sites side by side, and below them the events that both come to. */
final class PartsContent implements StatePanel.Content<PartsWork.Seen> {

    private final Language language;
    private final PartsWork work;
    private final Segments meters;
    private final Paragraph told = new Paragraph();
    private final PartList days;
    private final PartList sites;
    private final Paragraph many = new Paragraph();
    private final Div events = new Div();
    private final Button more;
    private final Div page;
    private volatile Optional<PartsWork.Seen> shown = Optional.empty();

    PartsContent(Language language, PartsWork work) {
        this.language = language;
        this.work = work;
        meters = new Segments(language.say("usage.chart.meters"), work::meter);
        told.getElement().setAttribute("role", "status");
        days = new PartList(language.say("parts.days"));
        sites = new PartList(language.say("parts.sites"));
        many.addClassName("muted");
        more = new Button(language.say("parts.more"), event -> work.more());
        var siteCard = card(language.say("parts.sites"), new Div(), sites, many);
        var columns = new Div(card(language.say("parts.days"), new Div(), days), siteCard);
        columns.addClassName("columns");
        var export = new CsvLink(language.say("parts.export"), "events.csv", this::rows);
        page = new Div(meters, told, columns, card(language.say("parts.events"), new Div(export), events, more));
        page.addClassName("stack");
    }

    private static Div card(String title, Div tools, Component... below) {
        var head = new Div(new H2(title), tools);
        head.addClassName("card-head");
        var card = new Div(head);
        card.addClassName("card");
        card.add(below);
        return card;
    }

    @Override
    public void show(PartsWork.Seen seen) {
        boolean isFirst = shown.isEmpty();
        shown = Optional.of(seen);
        if (isFirst) {
            var words = new LinkedHashMap<String, String>();
            language.worded(seen.meters())
                    .forEach(one ->
                            words.put(one.meter().id().value(), one.meter().name()));
            meters.offer(words, seen.choice().meter());
        }
        told.setText(told(seen));
        days.show(seen.days().reversed().stream()
                .map(day -> new PartList.Part(
                        language.formats().date(day.day()),
                        quantity(seen, day.quantity()),
                        day.quantity(),
                        seen.choice().day().filter(day.day()::equals).isPresent(),
                        () -> work.day(day.day())))
                .toList());
        many.setText(language.say(UsageParts.isOfSubjects(seen.meter().meter()) ? "parts.many" : "parts.whole"));
        many.setVisible(seen.sites().isEmpty());
        sites.setVisible(seen.sites().isPresent());
        sites.show(seen.sites().orElse(List.of()).stream()
                .map(site -> site(seen, site))
                .toList());
        events.removeAll();
        events.add(seen.events().isEmpty() ? new Paragraph(language.say("parts.none")) : table(seen));
        more.setVisible(seen.hasMore());
    }

    private PartList.Part site(PartsWork.Seen seen, SubjectUsage site) {
        var name = Objects.requireNonNullElse(site.subject(), "");
        return new PartList.Part(
                named(site.subject()),
                quantity(seen, site.quantity()),
                site.quantity(),
                seen.choice().site().filter(name::equals).isPresent(),
                () -> work.site(name));
    }

    /** "1,124.5 GB from Nov 1 to Nov 30", or of what is looked at. */
    private String told(PartsWork.Seen seen) {
        var formats = language.formats();
        var whole = language.say(
                "parts.told",
                quantity(seen, seen.meter().used()),
                formats.days(seen.period().from(), seen.period().until().minusDays(1)),
                seen.period().zone().getId());
        var looked = Stream.concat(
                        seen.choice().day().map(formats::date).stream(),
                        seen.choice().site().map(site -> named(site.isEmpty() ? null : site)).stream())
                .toList();
        return looked.isEmpty() ? whole : whole + " " + language.say("parts.looked", String.join(", ", looked));
    }

    private String named(@Nullable String subject) {
        return subject == null ? language.say("parts.unnamed") : subject;
    }

    private String quantity(PartsWork.Seen seen, BigDecimal quantity) {
        return language.quantity(quantity, seen.meter().meter());
    }

    private PlainTable table(PartsWork.Seen seen) {
        var heads = Stream.of("event", "time", "site", "quantity")
                .map(one -> language.say("parts.head." + one))
                .toList();
        var table = new PlainTable(language.say("parts.events"), heads).listed();
        seen.events()
                .forEach(one -> table.row(
                        one.id().value(),
                        language.moment(one.time()),
                        named(one.subject()),
                        quantity(seen, one.quantity())));
        return table;
    }

    private List<List<String>> rows() {
        var heads = Stream.of("event", "meter", "time", "site", "quantity", "stored")
                .map(one -> language.say("parts.csv." + one))
                .toList();
        var rows = shown.stream().flatMap(seen -> seen.events().stream().map(one -> row(seen, one)));
        return Stream.concat(Stream.of(heads), rows).toList();
    }

    private static List<String> row(PartsWork.Seen seen, FigureEvent one) {
        return List.of(
                one.id().value(),
                seen.meter().meter().id().value(),
                one.time().toString(),
                Objects.requireNonNullElse(one.subject(), ""),
                one.quantity().toPlainString(),
                one.storedAt().toString());
    }

    @Override
    public Component component() {
        return page;
    }
}
