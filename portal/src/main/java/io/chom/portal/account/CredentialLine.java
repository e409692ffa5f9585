package io.chom.portal.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.tenants.identity.Credential;
import java.util.Locale;

/** One credential: what it is, what the person called it, since when, and what can be done about it. */
final class CredentialLine extends ListItem {

    CredentialLine(Language language, Credential credential, Button button) {
        String kind = credential.kind().name().toLowerCase(Locale.ROOT);
        var what = new Span(language.say("account.kind." + kind));
        what.addClassName("entry-title");
        var notes = new Div();
        if (!credential.label().isBlank()) {
            notes.add(new Span(credential.label()));
        }
        notes.add(new Span(language.say("account.since." + kind, language.moment(credential.since()))));
        notes.addClassName("entry-notes");
        var words = new Div(what, notes);
        words.addClassName("entry-words");
        button.setAriaLabel(button.getText() + ": " + what.getText() + " " + credential.label());
        add(Icon.LOCK.create(), words, button);
    }
}
