package io.chom.portal.parts;

import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.LineWords;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Money;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.documents.Edition;
import io.chom.theming.documents.Fact;
import io.chom.theming.documents.Invoice;
import io.chom.theming.documents.Line;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Payment;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The document of a credit note: the lines of the invoice that it takes something off, and why.
 *
 * @param words how its lines are said
 * @param itemised what it puts right
 */
public record CreditPaper(LineWords words, ItemisedInvoice itemised) {

    /**
     * The links that save it, for people and, where there is that, for programs.
     *
     * @param look the brand, asked when it is saved
     * @param buyer name of whom it is given to
     */
    public Div links(CreditNote note, Supplier<BrandAssets> look, String buyer) {
        var links = EInvoiceLine.of(words.language(), note, itemised);
        links.addClassName("filters");
        links.addComponentAsFirst(link(note, look, buyer));
        return links;
    }

    private FileLink link(CreditNote note, Supplier<BrandAssets> look, String buyer) {
        var language = words.language();
        return new FileLink(language.say("invoices.pdf"), () -> {
            var assets = look.get();
            var zone = itemised.invoice().period().zone();
            return Documents.of(
                    assets,
                    of(note, assets.brand(), new Party(buyer, List.of(), null, null)),
                    new Edition(language.formats().locale(), zone, note.issuedAt()));
        });
    }

    /** What stands on it. */
    public Invoice of(CreditNote note, Brand brand, Party buyer) {
        var sides = new PaperSides(words, itemised);
        var of = new Fact(words.language().say("credit.of"), itemised.invoice().number());
        return new Invoice(
                Invoice.Kind.CREDIT_NOTE,
                note.number(),
                note.issuedAt(),
                null,
                null,
                sides.seller(
                        new Party(brand.name(), List.of(), null, brand.contact().supportEmail())),
                sides.buyer(buyer),
                List.of(of),
                note.total().currency(),
                note.parts().stream().filter(this::isLine).map(this::line).toList(),
                sides.taxes(note.total().minus(tax(note)), tax(note)),
                0,
                Payment.none(),
                Stream.concat(Stream.of(note.reason()), sides.notes(note.total().minus(tax(note))).stream())
                        .toList());
    }

    private Money tax(CreditNote note) {
        return note.parts().stream()
                .filter(part -> !isLine(part))
                .map(Part::amount)
                .reduce(Money.zero(note.total().currency()), Money::plus);
    }

    private boolean isLine(Part part) {
        return PaperSides.isLine(itemised.lines().get(part.line() - 1));
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
