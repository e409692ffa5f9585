package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mails go out from an own address no longer, because its records were not found for too long.
 *
 * @param address which
 * @param findings what is missing, each as the name and what was expected there
 * @param house name of the organisation that sent from it
 */
record SenderLost(EmailAddress address, List<String> findings, String house) implements Mail {

    SenderLost {
        findings = List.copyOf(findings);
    }

    @Override
    public String kind() {
        return "sender-lost";
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(address.value()), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(MailValue.of(address.value()), MailValue.of(findings));
    }

    @Override
    public @Nullable String place() {
        return "/app/mail";
    }
}
