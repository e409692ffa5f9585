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
import io.chom.portal.formats.IncreaseWords;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.DayField;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.billing.increase.IncreaseService;
import java.util.List;

/** One request that waits: who asks for what and why, and the decision. */
final class RequestCard extends Composite<Div> {

    private static final int LONGEST_NUMBER = 30;

    RequestCard(Language language, RequestsWork work, Increase asked) {
        var body = new Div(head(language, asked), wish(language, asked), reason(asked));
        body.add(decision(language, work, asked));
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().add(body);
    }

    private static Div head(Language language, Increase asked) {
        var when = new Span(language.moment(asked.askedAt()));
        when.addClassName("muted");
        var head = new Div(new H2(asked.name()), when);
        head.addClassName("section-head");
        return head;
    }

    private static Paragraph wish(Language language, Increase asked) {
        var words = new IncreaseWords(language);
        return new Paragraph(language.say(
                "requests.wish",
                language.worded(asked.meter()).name(),
                words.quantity(asked, asked.wanted()),
                words.quantity(asked, asked.included())));
    }

    private static Paragraph reason(Increase asked) {
        var reason = new Paragraph(asked.reason());
        reason.addClassName("muted");
        reason.setVisible(!asked.reason().isEmpty());
        return reason;
    }

    /** How much of it, until when and with which words; and the two ways to answer. */
    private static List<Component> decision(Language language, RequestsWork work, Increase asked) {
        var meter = language.worded(asked.meter());
        var limit = new TextField(language.say("requests.limit", meter.unit()));
        limit.setValue(language.formats().number(asked.wanted(), meter.decimals()));
        limit.setMaxLength(LONGEST_NUMBER);
        limit.getElement().setAttribute("inputmode", "decimal");
        var until = new DayField(language, language.say("requests.until"));
        var answer = new TextField(language.say("requests.answer"));
        answer.setMaxLength(IncreaseService.LONGEST_TEXT);
        answer.addClassName("grow");
        var grant = new Button(
                language.say("requests.grant"),
                event -> work.grant(
                        asked, language.formats().typed(limit.getValue()), until.getValue(), answer.getValue()));
        grant.addThemeVariants(ButtonVariant.PRIMARY);
        var decline = new Button(language.say("requests.decline"), event -> work.decline(asked, answer.getValue()));
        var fields = new Div(limit, until, answer);
        fields.addClassName("field-row");
        var actions = new Div(grant, decline);
        actions.addClassName("filters");
        return List.of(fields, actions);
    }
}
