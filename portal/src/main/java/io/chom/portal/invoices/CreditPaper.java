package io.chom.portal.invoices;

import io.chom.portal.formats.LineWords;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.theming.Brand;
import io.chom.theming.documents.Fact;
import io.chom.theming.documents.Invoice;
import io.chom.theming.documents.Line;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Payment;
import java.math.BigDecimal;
import java.util.List;

/** What stands on the document of a credit note: the lines of the invoice that it takes something off, and why. */
record CreditPaper(LineWords words, ItemisedInvoice itemised) {

    Invoice of(CreditNote note, Brand brand, Party buyer) {
        var of = new Fact(words.language().say("credit.of"), itemised.invoice().number());
        return new Invoice(
                Invoice.Kind.CREDIT_NOTE,
                note.number(),
                note.issuedAt(),
                null,
                null,
                InvoicePapers.seller(brand),
                buyer,
                List.of(of),
                note.total().currency(),
                note.parts().stream().map(this::line).toList(),
                List.of(),
                0,
                Payment.none(),
                List.of(note.reason()));
    }

    private Line line(Part part) {
        var line = itemised.lines().get(part.line() - 1);
        return new Line(
                words.label(line),
                words.language()
                        .formats()
                        .days(line.days().from(), line.days().until().minusDays(1)),
                null,
                BigDecimal.ONE,
                null,
                part.amount().major(),
                null,
                null,
                part.amount().minor());
    }
}
