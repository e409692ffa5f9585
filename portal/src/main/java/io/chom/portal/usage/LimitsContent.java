package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.chom.portal.formats.IncreaseWords;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.PlainTable;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.catalog.MeterId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card for each meter at which the plan stops, and what became of what was asked for before. */
final class LimitsContent implements StatePanel.Content<LimitsWork.Page> {

    private final Language language;
    private final LimitsWork work;
    private final boolean mayAsk;
    private final IncreaseWords words;
    private final Refusal refusal;
    private final Placard none;
    private final Div cards = new Div();
    private final Div past = new Div();
    private final Div pastCard;
    private final Div page;
    private final Map<MeterId, LimitCard> drawn = new LinkedHashMap<>();

    /** @param mayAsk whether the person may ask for more */
    LimitsContent(Language language, LimitsWork work, boolean mayAsk) {
        this.language = language;
        this.work = work;
        this.mayAsk = mayAsk;
        words = new IncreaseWords(language);
        refusal = new Refusal(language);
        none = new Placard(Icon.CHECK, language.say("limits.empty"), language.say("limits.empty.why"));
        cards.addClassName("stack");
        var head = new Div(new H2(language.say("limits.past")));
        head.addClassName("card-head");
        pastCard = new Div(head, past);
        pastCard.addClassName("card");
        page = new Div(refusal, none, cards, pastCard);
        page.addClassName("stack");
    }

    @Override
    public void show(LimitsWork.Page seen) {
        refusal.show(seen.refusal());
        none.setVisible(seen.meters().isEmpty());
        var shown = seen.meters().stream().map(one -> one.meter().id()).collect(Collectors.toSet());
        drawn.entrySet().removeIf(one -> {
            boolean isGone = !shown.contains(one.getKey());
            if (isGone) {
                cards.remove(one.getValue());
            }
            return isGone;
        });
        language.worded(seen.meters())
                .forEach(usage ->
                        card(usage).show(usage, seen.waiting(usage.meter().id())));
        var decided = seen.asked().stream().filter(one -> !one.isWaiting()).toList();
        pastCard.setVisible(!decided.isEmpty());
        past.removeAll();
        past.add(table(decided));
    }

    /** A card in which somebody is writing stays. */
    private LimitCard card(MeterUsage usage) {
        return drawn.computeIfAbsent(usage.meter().id(), id -> {
            var card = new LimitCard(language, work, usage, mayAsk);
            cards.add(card);
            return card;
        });
    }

    private PlainTable table(List<Increase> decided) {
        var heads = Stream.of("meter", "asked", "became", "answer")
                .map(key -> language.say("limits.past." + key))
                .toList();
        var table = new PlainTable(language.say("limits.past"), heads).listed();
        decided.forEach(one -> table.row(
                language.worded(one.meter()).name(), words.asked(one), words.became(one), words.said(one.answer())));
        return table;
    }

    @Override
    public Component component() {
        return page;
    }
}
