package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan is going to be paused.
 *
 * @param plan as it was sold
 * @param from the first day of the pause
 * @param until the first day after it
 * @param house name of the organisation whose it is
 */
record PauseMail(Plan plan, LocalDate from, LocalDate until, String house) implements Mail {

    @Override
    public String kind() {
        return "plan-paused";
    }

    @Override
    public List<MailValue> values() {
        return List.of(
                MailValue.of(plan.name()),
                day(from),
                day(until.minusDays(1)),
                day(until),
                MailValue.in(language -> new MailFigures(language).money(plan.price())),
                MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(day(from), day(until.minusDays(1)), day(until));
    }

    private static MailValue day(LocalDate day) {
        return MailValue.in(language -> new MailFigures(language).day(day));
    }

    @Override
    public String place() {
        return "/app/plans";
    }
}
