package io.chom.portal.mailing;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import io.chom.tenants.tenancy.senders.MailSenderSettings.OwnServer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A server of one's own, once one wants one. Its password is written and never shown. */
final class ServerFields extends Composite<Div> {

    private static final int SUBMISSION = 587;

    private final Language language;
    private final Checkbox own;
    private final TextField host;
    private final IntegerField port;
    private final Select<Tls> tls = new Select<>();
    private final TextField user;
    private final PasswordField password;
    private final Div fields;

    ServerFields(Language language) {
        this.language = language;
        host = new TextField(language.say("mailing.host"));
        host.setPlaceholder("smtp.example.com");
        host.setMaxLength(253);
        port = new IntegerField(language.say("mailing.port"));
        port.setMin(1);
        port.setMax(65_535);
        tls.setLabel(language.say("mailing.tls"));
        tls.setItems(Tls.STARTTLS, Tls.IMPLICIT, Tls.OFFERED);
        tls.setItemLabelGenerator(
                way -> language.say("mailing.tls." + way.name().toLowerCase(Locale.ROOT)));
        user = new TextField(language.say("mailing.user"));
        user.setHelperText(language.say("mailing.user.hint"));
        user.setMaxLength(200);
        password = new PasswordField(language.say("mailing.password"));
        password.setMaxLength(200);
        password.setRevealButtonVisible(false);
        password.getElement().setAttribute("autocomplete", "new-password");
        fields = new Div(host, port, tls, user, password);
        fields.addClassName("mail-server");
        own = new Checkbox(language.say("mailing.server"), event -> fields.setVisible(event.getValue()));
        getContent().add(own, fields);
        show(null);
    }

    void show(@Nullable OwnServer server) {
        own.setValue(server != null);
        fields.setVisible(server != null);
        host.setValue(server == null ? "" : server.host());
        port.setValue(server == null ? SUBMISSION : server.port());
        tls.setValue(server == null ? Tls.STARTTLS : server.tls());
        user.setValue(server == null || server.user() == null ? "" : server.user());
        password.clear();
        password.setHelperText(server == null || server.user() == null ? "" : language.say("mailing.password.kept"));
    }

    /** Whether what is written can be a server; otherwise the fields say what is wrong. */
    boolean isValid() {
        if (!own.getValue()) {
            return true;
        }
        host.setErrorMessage(language.say("mailing.host.invalid"));
        host.setInvalid(host.getValue().isBlank());
        port.setErrorMessage(language.say("mailing.port.invalid"));
        port.setInvalid(port.getValue() == null || port.getValue() < 1 || port.getValue() > 65_535);
        user.setErrorMessage(language.say("mailing.user.open"));
        user.setInvalid(!user.isEmpty() && tls.getValue() == Tls.OFFERED);
        return !host.isInvalid() && !port.isInvalid() && !user.isInvalid();
    }

    /** What is wished for; null for none. */
    @Nullable
    OwnServer wanted() {
        return own.getValue()
                ? new OwnServer(
                        host.getValue().strip(),
                        port.getValue(),
                        tls.getValue(),
                        user.isEmpty() ? null : user.getValue())
                : null;
    }

    /** What was written; null to keep the one that is there. */
    @Nullable
    String password() {
        return password.isEmpty() ? null : password.getValue();
    }
}
