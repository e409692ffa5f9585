package io.chom.tenants.billing.increase;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer asks for more than its plan allows.
 *
 * @param increase what it asks for
 * @param house name of the organisation that decides
 */
record IncreaseAskedMail(Increase increase, String house) implements Mail {

    /** Where it is decided. */
    static final String PLACE = "/app/requests";

    @Override
    public String kind() {
        return "increase-asked";
    }

    @Override
    public List<MailValue> values() {
        return List.of(
                MailValue.of(increase.name()),
                IncreaseAnsweredMail.name(increase),
                IncreaseAnsweredMail.quantity(increase, increase.wanted()),
                MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(
                MailValue.of(increase.name()),
                IncreaseAnsweredMail.quantity(increase, increase.included()),
                IncreaseAnsweredMail.quantity(increase, increase.wanted()),
                IncreaseAnsweredMail.said(increase.reason()));
    }

    @Override
    public @Nullable String place() {
        return PLACE;
    }
}
