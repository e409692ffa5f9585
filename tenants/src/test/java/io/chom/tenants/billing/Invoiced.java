package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Invoices that tests have their customers owe. */
public final class Invoiced {

    private Invoiced() {}

    /** Writes one; belongs into a transaction of who owes it. */
    public static Mono<Invoice> write(
            DatabaseClient database, Acting payer, TenantId issuer, Money amount, Instant now) {
        return write(database, payer, issuer, List.of(amount), now);
    }

    /** One that is not written anywhere, with a line for each of these amounts and the tax of this rate on them. */
    public static ItemisedInvoice taxed(String rate, List<Money> amounts) {
        return taxed(new TaxRule(Category.STANDARD, new BigDecimal(rate), ""), amounts, InvoiceParties.NONE);
    }

    /** The same between two who are known. */
    public static ItemisedInvoice taxed(TaxRule rule, List<Money> amounts, InvoiceParties parties) {
        var period = Period.at(Instant.parse("2031-05-04T00:00:00Z"), 1, ZoneOffset.UTC);
        var lines = amounts.stream()
                .map(one -> LineItem.plan(Priced.plan("Pro", one), period))
                .toList();
        var estimate = Estimate.of(lines, amounts.getFirst().currency()).taxed(Optional.of(rule), period);
        return new ItemisedInvoice(
                new Invoice(
                        InvoiceId.next(),
                        new TenantId(Uuids.next()),
                        new TenantId(Uuids.next()),
                        Invoice.number("TEST", 42),
                        SubscriptionId.next(),
                        new Invoice.SoldPlan("hosting", 1, "pro"),
                        period,
                        estimate.total(),
                        estimate.total().minor() > 0 ? Invoice.Status.OPEN : Invoice.Status.PAID,
                        period.end(),
                        period.until().plusDays(14)),
                estimate.lines(),
                parties);
    }

    /** Writes one with a line for each of these amounts. */
    public static Mono<Invoice> write(
            DatabaseClient database, Acting payer, TenantId issuer, List<Money> amounts, Instant now) {
        return write(database, payer, issuer, amounts, Optional.empty(), now);
    }

    /** The same with the tax on them. */
    public static Mono<Invoice> write(
            DatabaseClient database,
            Acting payer,
            TenantId issuer,
            List<Money> amounts,
            Optional<TaxRule> rule,
            Instant now) {
        var period = Period.at(now, 1, ZoneOffset.UTC);
        int number = (int) (System.nanoTime() & Integer.MAX_VALUE);
        var lines = amounts.stream()
                .map(one -> LineItem.plan(Priced.plan("Pro", one), period))
                .toList();
        var estimate = Estimate.of(lines, amounts.getFirst().currency()).taxed(rule, period);
        var amount = estimate.total();
        var invoice = new Invoice(
                InvoiceId.next(),
                payer.tenant(),
                issuer,
                Invoice.number("TEST", number),
                SubscriptionId.next(),
                new Invoice.SoldPlan("hosting", 1, "pro"),
                period,
                amount,
                amount.minor() > 0 ? Invoice.Status.OPEN : Invoice.Status.PAID,
                now,
                period.until());
        var entry = new InvoiceBook.Entry(
                new ItemisedInvoice(invoice, estimate.lines()), payer.reseller(), "TEST", number, null);
        return new InvoiceBook(database).write(List.of(entry)).thenReturn(invoice);
    }
}
