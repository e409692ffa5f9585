package io.chom.portal.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.EntryWords;
import io.chom.portal.parts.Icon;
import io.chom.tenants.identity.Credential;
import java.util.Locale;

/** One credential: what it is, what the person called it, since when, and what can be done about it. */
final class CredentialLine extends ListItem {

    CredentialLine(Language language, Credential credential, Button button) {
        String kind = credential.kind().name().toLowerCase(Locale.ROOT);
        String what = language.say("account.kind." + kind);
        var since = language.say("account.since." + kind, language.moment(credential.since()));
        button.setAriaLabel(button.getText() + ": " + what + " " + credential.label());
        add(Icon.LOCK.create(), new EntryWords(what, credential.label(), since), button);
    }
}
