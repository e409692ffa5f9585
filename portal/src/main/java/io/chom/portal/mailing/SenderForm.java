package io.chom.portal.mailing;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.mailing.MailingPage.Tried;
import io.chom.portal.parts.Confirmation;
import io.chom.portal.parts.Icon;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.Sender;
import io.chom.tenants.tenancy.senders.MailSenderSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name, address for answers, own address and own server; each may be left empty for what the portal does by itself. */
final class SenderForm extends Composite<Div> {

    private final Language language;
    private final transient MailingWork work;
    private final TextField name;
    private final TextField replyTo;
    private final TextField address;
    private final ServerFields server;
    private final TestResult result;
    private final Button test;
    private final Button reset;
    private transient @Nullable MailSenderSettings shown;

    SenderForm(Language language, MailingWork work, SignedIn signedIn) {
        this.language = language;
        this.work = work;
        name = field("name", 60);
        name.setPlaceholder(signedIn.brandName());
        replyTo = field("reply-to", 254);
        address = field("address", 254);
        server = new ServerFields(language);
        result = new TestResult(language);
        var save = new Button(language.say("mailing.save"), event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        test = new Button(
                language.say("mailing.test"),
                Icon.MAIL.create(),
                event -> work.test(EmailAddress.of(signedIn.email())));
        test.setDisableOnClick(true);
        var back = new Confirmation(
                language.say("mailing.reset.sure"),
                language.say("mailing.reset"),
                language.say("mailing.keep"),
                work::reset);
        reset = new Button(language.say("mailing.reset"), event -> back.ask());
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(save, test, reset);
        actions.addClassName("filters");
        var form = new Div(name, replyTo, address, server);
        form.addClassName("form");
        getContent().addClassNames("card", "mail-sender");
        getContent().add(new H2(language.say("mailing.sender")), form, back, actions, result);
    }

    private TextField field(String word, int longest) {
        var field = new TextField(language.say("mailing." + word));
        field.setHelperText(language.say("mailing." + word + ".hint"));
        field.setMaxLength(longest);
        field.setClearButtonVisible(true);
        return field;
    }

    /** Fills the fields, unless somebody may be changing what they already show. */
    void show(MailSenderSettings settings, Optional<Tried> tried) {
        test.setEnabled(true);
        reset.setVisible(!settings.isNone());
        result.show(tried);
        MailSenderSettings wishes = settings.wishes();
        if (!wishes.equals(shown)) {
            shown = wishes;
            name.setValue(text(wishes.name()));
            replyTo.setValue(text(wishes.replyTo()));
            address.setValue(text(wishes.address()));
            server.show(wishes.server());
        }
    }

    private void save() {
        boolean isName = name.isEmpty() || Sender.isName(name.getValue());
        name.setErrorMessage(language.say("mailing.name.invalid"));
        name.setInvalid(!isName);
        // Every field says what is wrong with it, not only the first.
        boolean areAddresses = isAddress(replyTo) & isAddress(address);
        if (server.isValid() & isName & areAddresses) {
            work.save(
                    new MailSenderSettings(
                            name.isEmpty() ? null : name.getValue(),
                            address(replyTo),
                            address(address),
                            server.wanted(),
                            null),
                    server.password());
        }
    }

    private boolean isAddress(TextField field) {
        boolean isAddress = field.isEmpty() || EmailAddress.isValid(field.getValue());
        field.setErrorMessage(language.say("mailing.address.invalid"));
        field.setInvalid(!isAddress);
        return isAddress;
    }

    private static @Nullable EmailAddress address(TextField field) {
        return field.isEmpty() ? null : EmailAddress.of(field.getValue());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
