package io.chom.tenants.billing;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    /** Writes one with a line for each of these amounts. */
    public static Mono<Invoice> write(
            DatabaseClient database, Acting payer, TenantId issuer, List<Money> amounts, Instant now) {
        var period = Period.at(now, 1, ZoneOffset.UTC);
        var amount = amounts.stream().reduce(Money::plus).orElseThrow();
        int number = (int) (System.nanoTime() & Integer.MAX_VALUE);
        var lines =
                amounts.stream().map(one -> LineItem.plan("Pro", one, period)).toList();
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
        var entry = new InvoiceBook.Entry(new ItemisedInvoice(invoice, lines), payer.reseller(), "TEST", number, null);
        return new InvoiceBook(database).write(List.of(entry)).thenReturn(invoice);
    }
}
