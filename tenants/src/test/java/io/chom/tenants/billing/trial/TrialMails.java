package io.chom.tenants.billing.trial;

import io.chom.tenants.billing.trial.TrialMail.Notice;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Mails about trials that tests read. */
public final class TrialMails {

    private static final MailValue PRICE =
            MailValue.in(language -> new MailFigures(language).money(new Money(7_900, Currency.getInstance("USD"))));

    private TrialMails() {}

    /** One of each kind. */
    public static List<Mail> of(String house) {
        return Stream.of(Notice.values())
                .<Mail>map(notice -> new TrialMail(notice, "Pro", PRICE, LocalDate.of(2027, 3, 15), house))
                .toList();
    }
}
