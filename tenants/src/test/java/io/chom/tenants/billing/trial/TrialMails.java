package io.chom.tenants.billing.trial;

import io.chom.tenants.billing.trial.TrialMail.Notice;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.mail.Mail;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Mails about trials that tests read. */
public final class TrialMails {

    private static final Plan PRO =
            new Plan("hosting", 1, "pro", "Pro", new Money(7_900, Currency.getInstance("USD")), Set.of(), List.of());

    private TrialMails() {}

    /** One of each kind. */
    public static List<Mail> of(String house) {
        return Stream.of(Notice.values())
                .<Mail>map(notice -> new TrialMail(notice, PRO, LocalDate.of(2027, 3, 15), house))
                .toList();
    }
}
