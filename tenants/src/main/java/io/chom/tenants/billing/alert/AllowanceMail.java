package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UpgradeSaving;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * So much of an allowance is used.
 *
 * @param threshold which part was reached, in percent
 * @param overview the period
 * @param usage what was used
 * @param saving a plan that would cost less
 * @param words how it is said
 * @param house name of the organisation that uses it
 */
record AllowanceMail(
        int threshold,
        UsageOverview overview,
        MeterUsage usage,
        Optional<UpgradeSaving> saving,
        AlertWords words,
        String house)
        implements Mail {

    /** Where customers see what they use. */
    static final String PLACE = "/app/usage";

    @Override
    public String kind() {
        return "allowance";
    }

    @Override
    public List<MailValue> values() {
        return List.of(
                MailValue.in(language -> new MailFigures(language).percent(threshold)),
                MailValue.in(language -> words.name(usage.meter(), language)),
                MailValue.in(language -> words.meaning(usage, saving, language)),
                MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(
                MailValue.in(language -> words.quantity(usage.used(), usage.meter(), language)),
                MailValue.in(language -> words.allowance(usage, language)),
                MailValue.in(language -> new MailFigures(language).day(fullAgain())),
                MailValue.in(language ->
                        new MailFigures(language).money(overview.estimate().total())));
    }

    private LocalDate fullAgain() {
        var period = overview.period();
        return switch (usage.allowance().per()) {
            case MONTH -> period.until();
            case DAY -> LocalDate.ofInstant(overview.asOf(), period.zone()).plusDays(1);
        };
    }

    @Override
    public String place() {
        return PLACE;
    }
}
