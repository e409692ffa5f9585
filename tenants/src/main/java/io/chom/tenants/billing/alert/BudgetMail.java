package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.List;

/**
 * The bill of a period has come to so much of the budget.
 *
 * @param alert what was reached
 * @param until the first day after the period
 * @param house name of the organisation whose bill it is
 */
record BudgetMail(BudgetAlert alert, LocalDate until, String house) implements Mail {

    private static final int ALL = 100;

    @Override
    public String kind() {
        return alert.threshold() < ALL ? "budget-near" : "budget-reached";
    }

    @Override
    public List<MailValue> values() {
        return List.of(
                MailValue.in(language -> new MailFigures(language).percent(alert.threshold())),
                MailValue.in(language -> new MailFigures(language).money(alert.budget())),
                MailValue.in(language -> new MailFigures(language).money(alert.bill())),
                MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(
                MailValue.in(language -> new MailFigures(language).money(alert.bill())),
                MailValue.in(language -> new MailFigures(language).money(alert.budget())),
                MailValue.in(language -> new MailFigures(language).day(until.minusDays(1))));
    }

    @Override
    public String place() {
        return AllowanceMail.PLACE;
    }
}
