package io.chom.tenants.billing.reminder;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.Mail;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Reminders that tests read. */
public final class ReminderMails {

    private ReminderMails() {}

    /** One of each kind. */
    public static List<Mail> of(String house) {
        var price = new Money(79_000, Currency.getInstance("USD"));
        return Stream.of(Reminder.values())
                .<Mail>map(reminder -> new ReminderMail(reminder, "Pro", price, LocalDate.of(2027, 3, 15), house))
                .toList();
    }
}
