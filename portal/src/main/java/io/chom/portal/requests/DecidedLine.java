package io.chom.portal.requests;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.IncreaseWords;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Confirmation;
import io.chom.tenants.billing.increase.Increase;

/** One request that was decided; what was granted and lasts can be taken back. */
final class DecidedLine extends Composite<Div> {

    DecidedLine(Language language, RequestsWork work, Increase decided, boolean isLasting) {
        var words = new IncreaseWords(language);
        var customer = new Span(decided.name());
        customer.addClassName("fact");
        var meter = new Span(language.worded(decided.meter()).name());
        meter.addClassName("muted");
        var became = new Span(words.became(decided));
        became.addClassName("grow");
        var line = new Div(customer, meter, became);
        line.addClassName("decided-line");
        getContent().addClassName("decided");
        getContent().add(line);
        if (isLasting) {
            var sure = new Confirmation(
                    language.say("requests.end.sure", decided.name(), words.quantity(decided, decided.included())),
                    language.say("requests.end"),
                    language.say("requests.end.no"),
                    () -> work.end(decided));
            var end = new Button(language.say("requests.end"), event -> sure.ask());
            end.addThemeVariants(ButtonVariant.TERTIARY);
            end.setAriaLabel(language.say("requests.end.which", decided.name()));
            line.add(end);
            getContent().add(sure);
        }
    }
}
