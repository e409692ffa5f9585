package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;

/**
 * Shows that a brand can send, and what its mails look like.
 *
 * @param brand name of the brand
 */
record TestMail(String brand) implements Mail {

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(brand));
    }
}
