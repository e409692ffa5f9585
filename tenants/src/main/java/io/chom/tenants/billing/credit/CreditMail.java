package io.chom.tenants.billing.credit;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice was credited.
 *
 * @param note with what
 * @param invoice number of the invoice
 * @param house name of the organisation whose invoice it is
 */
record CreditMail(CreditNote note, String invoice, String house) implements Mail {

    @Override
    public String kind() {
        return "credit-note-issued";
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(note.number()), MailValue.of(invoice), amount(), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(MailValue.of(note.number()), MailValue.of(invoice), amount(), MailValue.of(note.reason()));
    }

    private MailValue amount() {
        return MailValue.in(language -> new MailFigures(language).money(note.total()));
    }

    @Override
    public @Nullable String place() {
        return "/app/invoices";
    }
}
