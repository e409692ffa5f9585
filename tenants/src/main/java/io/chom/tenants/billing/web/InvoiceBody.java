package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice on the wire; in a list without its lines. Amounts are whole minor units with their currency. */
record InvoiceBody(
        UUID id,
        String number,
        String status,
        @Nullable Instant paidAt,
        DaysPart period,
        String plan,
        Money total,
        Instant issuedAt,
        LocalDate dueOn,
        @Nullable List<LinePart> lines) {

    static InvoiceBody of(ItemisedInvoice itemised) {
        return of(itemised.invoice(), LinePart.of(itemised.lines()));
    }

    static InvoiceBody of(Invoice invoice) {
        return of(invoice, null);
    }

    private static InvoiceBody of(Invoice invoice, @Nullable List<LinePart> lines) {
        return new InvoiceBody(
                invoice.id().value(),
                invoice.number(),
                word(invoice.status()),
                invoice.settlement().paidAt(),
                DaysPart.of(invoice.period().from(), invoice.period().until()),
                invoice.plan().plan(),
                invoice.total(),
                invoice.issuedAt(),
                invoice.dueOn(),
                lines);
    }

    /** Days; {@code until} is the day after the last. */
    record DaysPart(LocalDate from, LocalDate until) {

        static DaysPart of(LocalDate from, LocalDate until) {
            return new DaysPart(from, until);
        }
    }

    /** One charge and how it was calculated; {@code subject} is the meter's name in events, or the plan's name. */
    record LinePart(String kind, String subject, String label, String formula, DaysPart days, Money amount) {

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
                    line.amount());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
