package io.chom.portal.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.EntryWords;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Credential;
import io.chom.tenants.identity.Credential.Kind;
import io.chom.tenants.identity.CredentialChange;
import java.util.Comparator;
import java.util.List;

/** The account once its credentials are there. */
final class AccountContent implements StatePanel.Content<List<Credential>> {

    private static final Comparator<Credential> ORDER =
            Comparator.comparing(Credential::kind).thenComparing(Credential::since);

    private final Language language;
    private final UnorderedList credentials = new UnorderedList();
    private final Div page;

    AccountContent(Language language, SignedIn signedIn) {
        this.language = language;
        credentials.addClassName("entries");
        var more = new Div(
                button("account.add.authenticator", CredentialChange.setUp(Kind.AUTHENTICATOR)),
                button("account.add.passkey", CredentialChange.setUp(Kind.PASSKEY)));
        more.addClassName("filters");
        page = stack(
                card("account.you", new EntryWords(signedIn.userName(), signedIn.email())),
                card("account.log-in", stack(credentials, more)));
    }

    private Div card(String title, Component content) {
        var card = new Div(new H2(language.say(title)), content);
        card.addClassName("card");
        return card;
    }

    private static Div stack(Component... parts) {
        var stack = new Div(parts);
        stack.addClassName("stack");
        return stack;
    }

    @Override
    public void show(List<Credential> found) {
        credentials.removeAll();
        found.stream().sorted(ORDER).forEach(one -> credentials.add(new CredentialLine(language, one, button(one))));
    }

    private Button button(Credential credential) {
        return credential.kind() == Kind.PASSWORD
                ? button("account.change", CredentialChange.setUp(Kind.PASSWORD))
                : button("account.remove", CredentialChange.remove(credential.id()));
    }

    /** Leaves the application for the pages of the log-in, which lead back here. */
    private Button button(String words, CredentialChange change) {
        var button = new Button(
                language.say(words), event -> UI.getCurrent().getPage().setLocation("/log-in?change=" + change.text()));
        button.setDisableOnClick(true);
        return button;
    }

    @Override
    public Component component() {
        return page;
    }
}
