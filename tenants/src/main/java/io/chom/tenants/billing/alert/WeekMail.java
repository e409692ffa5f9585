package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the running period stands.
 *
 * @param overview its figures
 * @param forecast how it is likely to end; empty where nobody knows
 * @param words how they are said
 * @param house name of the organisation that they are of
 */
record WeekMail(UsageOverview overview, Optional<UsageForecast> forecast, AlertWords words, String house)
        implements Mail {

    @Override
    public String kind() {
        return "usage-week";
    }

    @Override
    public List<MailValue> values() {
        return List.of(
                MailValue.in(language ->
                        new MailFigures(language).money(overview.estimate().total())),
                MailValue.in(language ->
                        new MailFigures(language).day(overview.period().until().minusDays(1))),
                MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return Stream.concat(
                        Stream.of(
                                used(overview, words),
                                MailValue.in(language -> new MailFigures(language)
                                        .money(overview.estimate().total())),
                                MailValue.in(language -> new MailFigures(language)
                                        .day(overview.period().until().minusDays(1)))),
                        forecast.map(WeekMail::likely).stream())
                .toList();
    }

    /** "$96.20 ($90.10 – $101.00)", or only the first where the others are the same. */
    private static MailValue likely(UsageForecast forecast) {
        return MailValue.in(language -> {
            var figures = new MailFigures(language);
            var expected = figures.money(forecast.expected());
            return forecast.low().equals(forecast.high())
                    ? expected
                    : expected + " (" + figures.money(forecast.low()) + " – " + figures.money(forecast.high()) + ")";
        });
    }

    /** All meters of an overview: "Storage: 8 GB of 10 GB · Sites: 3 sites of 5 sites". */
    static MailValue used(UsageOverview overview, AlertWords words) {
        return MailValue.in(language ->
                overview.meters().stream().map(one -> words.line(one, language)).collect(Collectors.joining(" · ")));
    }

    @Override
    public String place() {
        return AllowanceMail.PLACE;
    }

    @Override
    public boolean transactional() {
        return false;
    }
}
