package io.chom.portal.invoices;

import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.payment.Card;
import io.chom.tenants.catalog.Catalogues;
import java.time.LocalDate;
import java.util.Locale;

/** The sentences on an invoice, in the language of whoever reads it. */
record InvoiceWords(Language language, Catalogues catalogues) {

    /** Those of its lines. */
    LineWords lines() {
        return new LineWords(language, catalogues::meter);
    }

    /** First and last day, both included. */
    String days(Period period) {
        return language.formats().days(period.from(), period.until().minusDays(1));
    }

    /** How it stands, with the day or the reason where there is one. */
    String status(Invoice invoice, LocalDate today) {
        return invoice.isOverdue(today) && invoice.status() == Invoice.Status.OPEN
                ? language.say("invoices.status.overdue")
                : status(invoice);
    }

    private String status(Invoice invoice) {
        var key = "invoices.status." + invoice.status().name().toLowerCase(Locale.ROOT);
        return switch (invoice.status()) {
            case PAID -> language.say(key, paidOn(invoice));
            case FAILED -> language.say(key, language.say("invoices.reason." + reason(invoice)));
            case OPEN, PAYING, CREDITED, UNCONFIRMED, CHECKING -> language.say(key);
        };
    }

    private String paidOn(Invoice invoice) {
        var paidAt = invoice.settlement().paidAt();
        return language.formats()
                .date(LocalDate.ofInstant(
                        paidAt == null ? invoice.issuedAt() : paidAt,
                        invoice.period().zone()));
    }

    /** The reasons that a payer can do something about by themselves; the bank knows the others. */
    private static String reason(Invoice invoice) {
        return switch (invoice.settlement().reason()) {
            case "insufficient_funds" -> "funds";
            case "expired_card" -> "expired";
            case null, default -> "card";
        };
    }

    /** What a card is known by. */
    String card(Card card) {
        var brand = card.brand().substring(0, 1).toUpperCase(Locale.ROOT)
                + card.brand().substring(1);
        var until = "%02d/%d"
                .formatted(card.expires().getMonthValue(), card.expires().getYear());
        return language.say("invoices.card.have", brand, card.last4(), until);
    }

    static Status standing(Invoice invoice, LocalDate today) {
        return invoice.isOverdue(today) ? Status.DANGER : standing(invoice);
    }

    private static Status standing(Invoice invoice) {
        return switch (invoice.status()) {
            case OPEN, PAYING, CHECKING -> Status.WAITING;
            case PAID, CREDITED -> Status.SUCCESS;
            case FAILED -> Status.DANGER;
            case UNCONFIRMED -> Status.WARNING;
        };
    }
}
