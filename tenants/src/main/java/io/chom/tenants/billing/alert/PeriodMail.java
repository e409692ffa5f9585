package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import java.util.Optional;

/**
 * What a period that is over came to.
 *
 * @param invoice its invoice
 * @param used what was used in it, where that can still be said
 * @param words how it is said
 * @param house name of the organisation whose period it was
 */
record PeriodMail(Invoice invoice, Optional<UsageOverview> used, AlertWords words, String house) implements Mail {

    @Override
    public String kind() {
        return used.isPresent() ? "usage-period" : "billed-period";
    }

    @Override
    public List<MailValue> values() {
        return List.of(days(), total(), MailValue.of(invoice.number()), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        var billed = List.of(days(), MailValue.of(invoice.number()), total());
        return used.map(overview ->
                        List.of(billed.get(0), billed.get(1), billed.get(2), WeekMail.used(overview, words)))
                .orElse(billed);
    }

    private MailValue days() {
        var period = invoice.period();
        return MailValue.in(language -> {
            var figures = new MailFigures(language);
            return figures.day(period.from()) + " – "
                    + figures.day(period.until().minusDays(1));
        });
    }

    private MailValue total() {
        return MailValue.in(language -> new MailFigures(language).money(invoice.total()));
    }

    @Override
    public String place() {
        return "/app/invoices";
    }

    @Override
    public boolean transactional() {
        return false;
    }
}
