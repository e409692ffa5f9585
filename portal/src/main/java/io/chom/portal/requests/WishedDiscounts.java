package io.chom.portal.requests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.DiscountWords;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.DiscountDesk.Wished;
import io.chom.tenants.billing.discount.DiscountWish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Discounts that wait for an approval, each in a card, with the ways of whoever looks. */
final class WishedDiscounts extends Composite<Div> {

    private final transient Language language;
    private final transient RequestsWork work;
    private final transient Map<Wished, Div> drawn = new HashMap<>();

    WishedDiscounts(Language language, RequestsWork work) {
        this.language = language;
        this.work = work;
        getContent().addClassName("stack");
    }

    /** A card in which somebody is writing stays; those that are decided go. */
    void show(List<Wished> waiting) {
        var open = waiting.stream().collect(Collectors.toSet());
        drawn.entrySet().removeIf(one -> {
            boolean isGone = !open.contains(one.getKey());
            if (isGone) {
                getContent().remove(one.getValue());
            }
            return isGone;
        });
        waiting.stream().filter(one -> !drawn.containsKey(one)).forEach(one -> {
            var card = card(one);
            drawn.put(one, card);
            getContent().add(card);
        });
        setVisible(!waiting.isEmpty());
    }

    /** One that was decided. */
    static Div decided(Language language, Discount one) {
        var words = new DiscountWords(language);
        var customer = new Span(one.name());
        customer.addClassName("fact");
        var wish = new Span(words.wish(one));
        wish.addClassName("muted");
        var became = new Span(words.became(one));
        became.addClassName("grow");
        var line = new Div(customer, wish, became);
        line.addClassName("decided-line");
        var box = new Div(line);
        box.addClassName("decided");
        return box;
    }

    private Div card(Wished wished) {
        var one = wished.discount();
        var when = new Span(language.moment(one.askedAt()));
        when.addClassName("muted");
        var head = new Div(new H2(one.name()), when);
        head.addClassName("section-head");
        var reason = new Paragraph(one.reason());
        reason.addClassName("muted");
        var body = new Div(head, new Paragraph(new DiscountWords(language).waits(one)), reason);
        body.add(ways(wished));
        body.addClassName("stack");
        var card = new Div(body);
        card.addClassName("card");
        return card;
    }

    private List<Component> ways(Wished wished) {
        var one = wished.discount();
        if (wished.isMine()) {
            return List.of(new Button(language.say("discounts.withdraw"), event -> work.withdraw(one)));
        }
        if (!wished.isRefusable()) {
            return List.of();
        }
        var answer = new TextField(language.say("requests.answer"));
        answer.setMaxLength(DiscountWish.LONGEST_REASON);
        answer.setWidthFull();
        var approve = new Button(language.say("discounts.approve"), event -> work.approve(one));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setVisible(wished.isForMe());
        var actions = new Div(
                approve, new Button(language.say("discounts.refuse"), event -> work.refuse(one, answer.getValue())));
        actions.addClassName("filters");
        return List.of(answer, actions);
    }
}
