package io.chom.tenants.billing.trial;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.List;

/**
 * A trial is about to end, or has ended.
 *
 * @param notice which of both
 * @param plan name of what is tried
 * @param price what it costs then, and how it is paid
 * @param paid the first day that is paid for
 * @param house name of the organisation that tries it
 */
record TrialMail(Notice notice, String plan, MailValue price, LocalDate paid, String house) implements Mail {

    /** Where it is changed or ended. */
    static final String PLACE = "/app/plans";

    /** What there is to tell. */
    enum Notice {
        ENDING,
        ENDED
    }

    @Override
    public String kind() {
        return switch (notice) {
            case ENDING -> "trial-ending";
            case ENDED -> "trial-ended";
        };
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(plan), day(paid.minusDays(1)), price, day(paid), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(notice == Notice.ENDING ? day(paid.minusDays(1)) : day(paid), price);
    }

    private static MailValue day(LocalDate day) {
        return MailValue.in(language -> new MailFigures(language).day(day));
    }

    @Override
    public String place() {
        return PLACE;
    }
}
