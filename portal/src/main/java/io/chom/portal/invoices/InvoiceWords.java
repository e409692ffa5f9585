package io.chom.portal.invoices;

import io.chom.portal.formats.ChargeWords;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.Period;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import java.util.Locale;
import java.util.Optional;

/** The sentences on an invoice, in the language of whoever reads it. */
record InvoiceWords(Language language, Catalogues catalogues) {

    /** What is charged. */
    String label(LineItem line) {
        return switch (line.kind()) {
            case PLAN -> language.say("usage.estimate.plan", line.subject());
            case OVERAGE -> language.say("usage.estimate.overage", name(line));
            case ADJUSTMENT -> language.say("invoices.late", name(line));
        };
    }

    /** How it was calculated. */
    String formula(LineItem line) {
        return switch (line.kind()) {
            case PLAN -> language.formats().money(line.amount()) + " " + language.say("usage.price");
            case OVERAGE -> overage(line).orElse(line.formula());
            case ADJUSTMENT -> language.say("invoices.late.why", days(line.days()));
        };
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

    private Optional<String> overage(LineItem line) {
        var counted = line.counted();
        return counted == null
                ? Optional.empty()
                : catalogues
                        .meter(counted.meter())
                        .map(meter -> new ChargeWords(language)
                                .sentence(meter, counted.included(), counted.charge(), counted.isFirst()));
    }

    private String name(LineItem line) {
        return catalogues
                .meter(new MeterId(line.subject()))
                .map(language::worded)
                .map(Meter::name)
                .orElse(line.subject());
    }
}
