package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice on the wire; in a list without its lines and credit notes. Amounts are whole minor units with their currency. */
record InvoiceBody(
        UUID id,
        String number,
        String status,
        @Nullable Instant paidAt,
        DaysPart period,
        String plan,
        Money total,
        Money credited,
        Money owed,
        Instant issuedAt,
        LocalDate dueOn,
        @Nullable List<LinePart> lines,
        @Nullable List<CreditPart> creditNotes) {

    static InvoiceBody of(ItemisedInvoice itemised, List<CreditNote> notes) {
        return of(
                itemised.invoice(),
                LinePart.of(itemised.lines()),
                notes.stream().map(CreditPart::of).toList());
    }

    static InvoiceBody of(Invoice invoice) {
        return of(invoice, null, null);
    }

    private static InvoiceBody of(
            Invoice invoice, @Nullable List<LinePart> lines, @Nullable List<CreditPart> creditNotes) {
        return new InvoiceBody(
                invoice.id().value(),
                invoice.number(),
                word(invoice.status()),
                invoice.settlement().paidAt(),
                DaysPart.of(invoice.period().from(), invoice.period().until()),
                invoice.plan().plan(),
                invoice.total(),
                invoice.settlement().credited(),
                invoice.owed(),
                invoice.issuedAt(),
                invoice.dueOn(),
                lines,
                creditNotes);
    }

    /** Days; {@code until} is the day after the last. */
    record DaysPart(LocalDate from, LocalDate until) {

        static DaysPart of(LocalDate from, LocalDate until) {
            return new DaysPart(from, until);
        }
    }

    /**
     * One charge and how it was calculated; {@code subject} is the meter's name in events, the plan's name, or why a tax is as
     * much as it is.
     */
    record LinePart(
            String kind,
            String subject,
            String label,
            String formula,
            DaysPart days,
            @Nullable TaxPart tax,
            Money amount) {

        static List<LinePart> of(List<LineItem> lines) {
            return lines.stream().map(LinePart::of).toList();
        }

        private static LinePart of(LineItem line) {
            return new LinePart(
                    word(line.kind()),
                    line.subject(),
                    line.label(),
                    line.formula(),
                    DaysPart.of(line.days().from(), line.days().until()),
                    line.figures() instanceof Taxed taxed ? TaxPart.of(taxed) : null,
                    line.amount());
        }
    }

    /** The tax on the other lines: its category of EN 16931, its rate in per cent, and what it is computed from. */
    record TaxPart(String category, BigDecimal rate, Money base) {

        private static TaxPart of(Taxed taxed) {
            return new TaxPart(taxed.rule().category().code(), taxed.rule().rate(), taxed.base());
        }
    }

    /** What puts it right; of its lines, {@code line} counts from 1 on. */
    record CreditPart(UUID id, String number, String reason, Money total, Instant issuedAt, List<CreditedPart> lines) {

        static CreditPart of(CreditNote note) {
            return new CreditPart(
                    note.id().value(),
                    note.number(),
                    note.reason(),
                    note.total(),
                    note.issuedAt(),
                    note.parts().stream()
                            .map(part -> new CreditedPart(part.line(), part.amount()))
                            .toList());
        }
    }

    /** How much of a line. */
    record CreditedPart(int line, Money amount) {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
