package io.chom.tenants.billing.reminder;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.List;

/**
 * Something will be charged again.
 *
 * @param reminder of what
 * @param plan name of what it is charged for
 * @param price what it comes to, for a year or for a month
 * @param on the day from which it is
 * @param house name of the organisation that pays
 */
record ReminderMail(Reminder reminder, String plan, Money price, LocalDate on, String house) implements Mail {

    @Override
    public String kind() {
        return switch (reminder) {
            case RENEWAL -> "year-renewing";
            case RESUMPTION -> "pause-ending";
        };
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(plan), day(), money(), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(day(), money());
    }

    private MailValue day() {
        return MailValue.in(language -> new MailFigures(language).day(on));
    }

    private MailValue money() {
        return MailValue.in(language -> new MailFigures(language).money(price));
    }

    @Override
    public String place() {
        return "/app/plans";
    }
}
