package io.chom.tenants.billing.dunning;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was open is paid, and everything can be used again.
 *
 * @param house name of the organisation that paid
 */
record AccessRestored(String house) implements Mail {

    @Override
    public String kind() {
        return "access-restored";
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(house));
    }

    @Override
    public @Nullable String place() {
        return DunningMail.PLACE;
    }
}
