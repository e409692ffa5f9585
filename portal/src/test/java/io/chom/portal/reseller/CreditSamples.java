package io.chom.portal.reseller;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceParties;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Invoices and credit notes that tests look at. */
public final class CreditSamples {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Period DAYS = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1), ZoneOffset.UTC);

    private CreditSamples() {}

    /** An invoice with a line for each of these cents. */
    public static ItemisedInvoice itemised(long... cents) {
        var lines = new ArrayList<LineItem>();
        for (long one : cents) {
            var amount = new Money(one, USD);
            lines.add(new LineItem(LineItem.Kind.PLAN, "Pro", "Pro plan", "", DAYS, null, amount));
        }
        return of(lines, InvoiceParties.NONE);
    }

    /** The same with the tax on them, between two who are known. */
    public static ItemisedInvoice taxed(TaxRule rule, InvoiceParties parties, long... cents) {
        var lines = new ArrayList<>(itemised(cents).lines());
        var net = lines.stream().map(LineItem::amount).reduce(Money::plus).orElseThrow();
        lines.add(new LineItem(
                LineItem.Kind.TAX, "standard", "Tax", "", DAYS, new LineItem.Taxed(rule, net), rule.on(net)));
        return of(lines, parties);
    }

    private static ItemisedInvoice of(List<LineItem> lines, InvoiceParties parties) {
        var total = lines.stream().map(LineItem::amount).reduce(Money::plus).orElseThrow();
        var issued = Instant.parse("2026-11-03T00:00:00Z");
        return new ItemisedInvoice(
                new Invoice(
                        InvoiceId.next(),
                        TenantId.next(),
                        TenantId.next(),
                        "ACME-000042",
                        SubscriptionId.next(),
                        new Invoice.SoldPlan("hosting", 1, "pro"),
                        DAYS,
                        total,
                        new Settlement(Invoice.Status.OPEN, null, null, Money.zero(USD), total),
                        issued,
                        LocalDate.of(2026, 11, 17)),
                lines,
                parties);
    }

    /** Takes these parts off an invoice. */
    public static CreditNote note(Invoice invoice, Part... parts) {
        var all = List.of(parts);
        return new CreditNote(
                CreditNoteId.next(),
                invoice.customer(),
                invoice.issuer(),
                invoice.id(),
                "ACME-CN-000007",
                "The site was down for a day",
                all,
                all.stream().map(Part::amount).reduce(Money::plus).orElseThrow(),
                Instant.parse("2026-11-05T10:00:00Z"));
    }
}
