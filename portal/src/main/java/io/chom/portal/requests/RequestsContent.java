package io.chom.portal.requests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.discount.DiscountDesk.Wished;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.billing.increase.IncreaseId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What waits to be decided, each in a card, and below what was. */
final class RequestsContent implements StatePanel.Content<RequestsWork.Page> {

    private final Language language;
    private final RequestsWork work;
    private final Clock clock;
    private final Refusal refusal;
    private final Placard none;
    private final Div waiting = new Div();
    private final WishedDiscounts wished;
    private final Div decided = new Div();
    private final Div decidedCard;
    private final Div page;
    private final Map<IncreaseId, RequestCard> drawn = new HashMap<>();

    RequestsContent(Language language, RequestsWork work, Clock clock) {
        this.language = language;
        this.work = work;
        this.clock = clock;
        refusal = new Refusal(language);
        none = new Placard(Icon.CHECK, language.say("requests.empty"), language.say("requests.empty.why"));
        waiting.addClassName("stack");
        wished = new WishedDiscounts(language, work);
        var head = new Div(new H2(language.say("requests.decided")));
        head.addClassName("card-head");
        decidedCard = new Div(head, decided);
        decidedCard.addClassName("card");
        page = new Div(refusal, none, wished, waiting, decidedCard);
        page.addClassName("stack");
    }

    @Override
    public void show(RequestsWork.Page seen) {
        refusal.show(seen.refusal());
        var open = seen.all().stream().filter(Increase::isWaiting).toList();
        var closed = seen.all().stream().filter(one -> !one.isWaiting()).toList();
        var discounts =
                seen.wished().stream().filter(one -> one.discount().isWaiting()).toList();
        wished.show(discounts);
        none.setVisible(open.isEmpty() && discounts.isEmpty());
        draw(open.stream().collect(Collectors.toMap(Increase::id, one -> one)));
        open.stream().filter(one -> !drawn.containsKey(one.id())).forEach(this::add);
        decidedCard.setVisible(
                !closed.isEmpty() || discounts.size() < seen.wished().size());
        decided.removeAll();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        closed.stream()
                .map(one -> new DecidedLine(language, work, one, one.isLasting(today)))
                .forEach(decided::add);
        seen.wished().stream()
                .map(Wished::discount)
                .filter(one -> !one.isWaiting())
                .map(one -> WishedDiscounts.decided(language, one))
                .forEach(decided::add);
    }

    /** A card in which somebody is writing stays; those that are decided go. */
    private void draw(Map<IncreaseId, Increase> open) {
        drawn.entrySet().removeIf(one -> {
            boolean isGone = !open.containsKey(one.getKey());
            if (isGone) {
                waiting.remove(one.getValue());
            }
            return isGone;
        });
    }

    private void add(Increase one) {
        var card = new RequestCard(language, work, one);
        drawn.put(one.id(), card);
        waiting.add(card);
    }

    @Override
    public Component component() {
        return page;
    }
}
