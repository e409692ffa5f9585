package io.chom.portal.invoices;

import com.vaadin.flow.component.html.Div;
import io.chom.portal.parts.CreditPaper;
import io.chom.portal.parts.Documents;
import io.chom.portal.parts.FileLink;
import io.chom.portal.parts.PaperSides;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.LineItem.Counted;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.platform.Money;
import io.chom.tenants.tenancy.Brands;
import io.chom.theming.Brand;
import io.chom.theming.documents.Days;
import io.chom.theming.documents.Edition;
import io.chom.theming.documents.Fact;
import io.chom.theming.documents.Invoice;
import io.chom.theming.documents.Line;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Payment;
import io.chom.theming.documents.Tax;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** Invoices as documents in the brand of whoever issued them. */
final class InvoicePapers {

    private final InvoiceWords words;
    private final Brands brands;
    private final SignedIn signedIn;

    InvoicePapers(InvoiceWords words, SignedIn signedIn, Brands brands) {
        this.words = words;
        this.signedIn = signedIn;
        this.brands = brands;
    }

    /** A link that saves one. */
    FileLink link(ItemisedInvoice itemised) {
        var language = words.language();
        var issuer = itemised.invoice().issuer();
        var buyer = new Party(signedIn.current().name(), List.of(), null, null);
        return new FileLink(language.say("invoices.pdf"), () -> {
            var brand = brands.of(issuer);
            var issued = itemised.invoice().issuedAt();
            return Documents.of(
                    brand.assets(),
                    paper(itemised, brand.brand(), buyer),
                    new Edition(language.formats().locale(), zone(itemised), issued));
        });
    }

    /** The links that save a credit note of one. */
    Div links(CreditNote note, ItemisedInvoice of) {
        var issuer = of.invoice().issuer();
        return new CreditPaper(words.lines(), of)
                .links(
                        note,
                        () -> brands.of(issuer).assets(),
                        signedIn.current().name());
    }

    private static ZoneId zone(ItemisedInvoice itemised) {
        return itemised.invoice().period().zone();
    }

    private Invoice paper(ItemisedInvoice itemised, Brand brand, Party buyer) {
        var invoice = itemised.invoice();
        boolean isCredit = invoice.total().minor() < 0;
        var sides = new PaperSides(words.lines(), itemised);
        return new Invoice(
                isCredit ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE,
                invoice.number(),
                invoice.issuedAt(),
                isCredit ? null : invoice.dueOn(),
                new Days(invoice.period().from(), invoice.period().until().minusDays(1)),
                sides.seller(
                        new Party(brand.name(), List.of(), null, brand.contact().supportEmail())),
                sides.buyer(buyer),
                sides
                        .reference()
                        .map(reference -> new Fact(words.language().say("details.buyer-reference"), reference))
                        .stream()
                        .toList(),
                invoice.total().currency(),
                itemised.lines().stream()
                        .filter(PaperSides::isLine)
                        .map(line -> line(line, isCredit))
                        .toList(),
                taxes(itemised, sides, isCredit),
                0,
                Payment.none(),
                sides.notes(base(itemised, isCredit)));
    }

    private static List<Tax> taxes(ItemisedInvoice itemised, PaperSides sides, boolean isCredit) {
        var base = base(itemised, isCredit);
        return sides.taxes(base, signed(itemised.invoice().total(), isCredit).minus(base));
    }

    /** What tax is computed from: the lines without it. */
    private static Money base(ItemisedInvoice itemised, boolean isCredit) {
        var total = itemised.invoice().total();
        return signed(itemised.tax().map(Taxed::base).orElse(total), isCredit);
    }

    private static Money signed(Money amount, boolean isCredit) {
        return isCredit ? Money.zero(amount.currency()).minus(amount) : amount;
    }

    /** Its amounts are positive on a document that gives back. */
    private Line line(LineItem line, boolean isCredit) {
        var charge = line.figures() instanceof Counted counted ? counted.charge() : null;
        long amount = isCredit ? -line.amount().minor() : line.amount().minor();
        return new Line(
                words.lines().label(line),
                words.lines().formula(line),
                null,
                charge == null ? BigDecimal.ONE : charge.units(),
                null,
                charge == null
                        ? BigDecimal.valueOf(amount, line.amount().currency().getDefaultFractionDigits())
                        : charge.price().amount(),
                null,
                null,
                amount);
    }
}
