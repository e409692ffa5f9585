package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.dunning.Unpaid;
import io.chom.tenants.catalog.Catalogues;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who would be stopped within a day, every unpaid invoice with what comes, and the steps themselves. */
final class UnpaidContent implements StatePanel.Content<UnpaidWork.Page> {

    private static final Duration TONIGHT = Duration.ofDays(1);

    private final Language language;
    private final UnpaidWork work;
    private final Clock clock;
    private final Refusal refusal;
    private final Paragraph tonight = new Paragraph();
    private final Placard none;
    private final Div tools = new Div();
    private final Div cards = new Div();
    private final LadderForm ladder;
    private final Div page;
    private final Map<InvoiceId, UnpaidCard> drawn = new HashMap<>();
    private volatile List<Unpaid> shown = List.of();

    UnpaidContent(Language language, UnpaidWork work, Catalogues catalogues, Clock clock) {
        this.language = language;
        this.work = work;
        this.clock = clock;
        refusal = new Refusal(language);
        none = new Placard(Icon.CHECK, language.say("unpaid.empty"), language.say("unpaid.empty.why"));
        ladder = new LadderForm(language, work, catalogues);
        tonight.addClassName("grow");
        tools.addClassNames("section-head");
        tools.add(tonight, new CsvLink(language.say("unpaid.export"), "unpaid.csv", this::rows));
        cards.addClassName("stack");
        page = new Div(refusal, none, tools, cards, ladder);
        page.addClassName("stack");
    }

    @Override
    public void show(UnpaidWork.Page found) {
        shown = found.unpaid();
        refusal.show(found.refusal());
        none.setVisible(shown.isEmpty());
        tools.setVisible(!shown.isEmpty());
        long stops = stopsTonight();
        tonight.setText(stops == 0 ? language.say("unpaid.tonight.none") : language.count("unpaid.tonight", stops));
        draw();
        ladder.show(found.product(), found.ladder());
    }

    /** Of customers, not of invoices: one that owes two is stopped once. */
    private long stopsTonight() {
        var then = clock.instant().plus(TONIGHT);
        return shown.stream()
                .filter(one -> one.course().stopsBy(then))
                .map(one -> one.invoice().customer())
                .distinct()
                .count();
    }

    /** A card in which somebody is writing stays. */
    private void draw() {
        var wanted = new LinkedHashMap<InvoiceId, Unpaid>();
        shown.forEach(one -> wanted.put(one.invoice().id(), one));
        drawn.entrySet().removeIf(card -> {
            boolean isGone = !wanted.containsKey(card.getKey());
            if (isGone) {
                cards.remove(card.getValue());
            }
            return isGone;
        });
        int at = 0;
        for (var one : wanted.entrySet()) {
            var card = drawn.get(one.getKey());
            if (card == null) {
                card = new UnpaidCard(language, work, one.getValue());
                drawn.put(one.getKey(), card);
                cards.addComponentAtIndex(at, card);
            }
            card.show(one.getValue(), clock.instant());
            at++;
        }
    }

    private List<List<String>> rows() {
        var heads = Stream.of("customer", "number", "due", "total", "currency", "next", "on")
                .map(key -> language.say("unpaid.csv." + key))
                .toList();
        return Stream.concat(Stream.of(heads), shown.stream().map(this::row)).toList();
    }

    private List<String> row(Unpaid one) {
        var next = one.course().coming().stream().findFirst();
        return List.of(
                one.customer(),
                one.invoice().number(),
                one.invoice().dueOn().toString(),
                one.invoice().owed().major().toPlainString(),
                one.invoice().owed().currency().getCurrencyCode(),
                next.map(step -> language.say(
                                "dunning.comes." + step.rung().kind().word()))
                        .orElse(""),
                next.map(step -> step.at().toString()).orElse(""));
    }

    @Override
    public Component component() {
        return page;
    }
}
