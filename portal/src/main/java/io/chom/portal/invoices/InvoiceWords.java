package io.chom.portal.invoices;

import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Period;
import io.chom.tenants.catalog.Catalogues;
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

    String status(Invoice invoice) {
        return language.say("invoices.status." + invoice.status().name().toLowerCase(Locale.ROOT));
    }

    static Status standing(Invoice invoice) {
        return switch (invoice.status()) {
            case OPEN -> Status.WAITING;
            case PAID -> Status.SUCCESS;
        };
    }
}
