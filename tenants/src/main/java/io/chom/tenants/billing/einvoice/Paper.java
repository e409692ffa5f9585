package io.chom.tenants.billing.einvoice;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an invoice or credit note, the tax apart from the lines. A credit note has the amounts that it gives back.
 *
 * @param type UNTDID 1001
 * @param series what the numbers of the seller begin with, by which the buyer knows it
 * @param note what is said besides, or null
 * @param dueOn the last day to pay it; null where there is nothing to pay
 * @param corrects the invoice that it puts right, or null
 */
record Paper(
        String number,
        Type type,
        String series,
        LocalDate issuedOn,
        @Nullable String note,
        @Nullable LocalDate dueOn,
        Period period,
        BillingDetails seller,
        BillingDetails buyer,
        TaxRule rule,
        List<Line> lines,
        Money net,
        Money tax,
        @Nullable Corrected corrects) {

    /** UNTDID 1001. */
    enum Type {
        INVOICE("380"),
        CREDIT_NOTE("381");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    record Line(String label, String formula, Period days, Money amount) {}

    record Corrected(String number, LocalDate issuedOn) {}

    Money total() {
        return net.plus(tax);
    }

    static Paper of(ItemisedInvoice itemised) {
        var invoice = itemised.invoice();
        boolean isCredit = invoice.total().minor() < 0;
        var lines = itemised.lines().stream()
                .filter(line -> line.kind() != LineItem.Kind.TAX)
                .map(line -> line(line, isCredit ? negative(line.amount()) : line.amount()))
                .toList();
        var total = isCredit ? negative(invoice.total()) : invoice.total();
        return of(
                itemised,
                invoice.number(),
                isCredit ? Type.CREDIT_NOTE : Type.INVOICE,
                day(invoice, invoice.issuedAt()),
                null,
                total.minor() > 0 && !isCredit ? invoice.dueOn() : null,
                lines,
                total,
                null);
    }

    static Paper of(CreditNote note, ItemisedInvoice itemised) {
        var invoice = itemised.invoice();
        var lines = note.parts().stream()
                .filter(part -> of(part, itemised).kind() != LineItem.Kind.TAX)
                .map(part -> line(of(part, itemised), part.amount()))
                .toList();
        return of(
                itemised,
                note.number(),
                Type.CREDIT_NOTE,
                day(invoice, note.issuedAt()),
                note.reason(),
                null,
                lines,
                note.total(),
                new Corrected(invoice.number(), day(invoice, invoice.issuedAt())));
    }

    private static Paper of(
            ItemisedInvoice itemised,
            String number,
            Type type,
            LocalDate issuedOn,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            List<Line> lines,
            Money total,
            @Nullable Corrected corrects) {
        var invoice = itemised.invoice();
        var net = lines.stream().map(Line::amount).reduce(Money.zero(total.currency()), Money::plus);
        return new Paper(
                number,
                type,
                invoice.number().substring(0, invoice.number().lastIndexOf('-')),
                issuedOn,
                note,
                dueOn,
                invoice.period(),
                Objects.requireNonNull(itemised.parties().seller()),
                Objects.requireNonNull(itemised.parties().buyer()),
                itemised.tax().orElseThrow().rule(),
                lines,
                net,
                total.minus(net),
                corrects);
    }

    private static LineItem of(Part part, ItemisedInvoice itemised) {
        return itemised.lines().get(part.line() - 1);
    }

    private static Line line(LineItem line, Money amount) {
        return new Line(line.label(), line.formula(), line.days(), amount);
    }

    private static LocalDate day(Invoice invoice, Instant at) {
        return LocalDate.ofInstant(at, invoice.period().zone());
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
