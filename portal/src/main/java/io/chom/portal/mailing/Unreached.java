package io.chom.portal.mailing;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.tenants.platform.mail.Suppression;
import java.util.List;

/** Addresses that get no mail because they took none, and how to try one again. */
final class Unreached extends Composite<Div> {

    private final Language language;
    private final transient MailingWork work;
    private final UnorderedList list = new UnorderedList();
    private final Placard none;

    Unreached(Language language, MailingWork work) {
        this.language = language;
        this.work = work;
        list.addClassName("entries");
        none = new Placard(Icon.CHECK, language.say("mailing.unreached.none"), language.say("mailing.unreached.why"));
        var purpose = new Paragraph(language.say("mailing.unreached.purpose"));
        purpose.addClassName("muted");
        getContent().addClassName("card");
        getContent().add(new H2(language.say("mailing.unreached")), purpose, list, none);
    }

    void show(List<Suppression> suppressed) {
        list.removeAll();
        suppressed.forEach(one -> list.add(line(one)));
        list.setVisible(!suppressed.isEmpty());
        none.setVisible(suppressed.isEmpty());
    }

    private ListItem line(Suppression one) {
        var address = new Span(one.address().value());
        address.addClassName("entry-title");
        var notes = new Div(
                new Span(language.say(one.hard() ? "mailing.unreached.gone" : "mailing.unreached.refused")),
                new Span(language.say("mailing.unreached.since", language.moment(one.since()))));
        if (one.endsAt() != null) {
            notes.add(new Span(language.say("mailing.unreached.until", language.moment(one.endsAt()))));
        }
        notes.addClassName("entry-notes");
        var words = new Div(address, notes);
        if (!one.sentence().isEmpty()) {
            var said = new Paragraph(language.say("mailing.test.said", one.sentence()));
            said.addClassName("muted");
            words.add(said);
        }
        words.addClassName("entry-words");
        var lift = new Button(language.say("mailing.unreached.lift"), event -> work.lift(one));
        lift.setAriaLabel(
                language.say("mailing.unreached.lift.which", one.address().value()));
        lift.setDisableOnClick(true);
        return new ListItem(words, lift);
    }
}
