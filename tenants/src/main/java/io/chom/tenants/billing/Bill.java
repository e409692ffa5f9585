package io.chom.tenants.billing;

import io.chom.tenants.billing.Invoice.SoldPlan;
import io.chom.tenants.billing.InvoiceBook.Entry;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is to be invoiced for a period that is over.
 *
 * @param closing whose period
 * @param estimate its lines, maybe none
 */
record Bill(Closing closing, Estimate estimate) {

    boolean isEmpty() {
        return estimate.lines().isEmpty();
    }

    /** A brand owner sells to its customers; the platform sells to brand owners. */
    TenantId issuer(TenantId platform) {
        var bought = closing.bought().subscription();
        return bought.customer().equals(bought.reseller()) ? platform : bought.reseller();
    }

    /** The invoice, with a number of its issuer. What is nothing or less is paid. */
    Entry numbered(TenantId issuer, String prefix, int number, Instant now, int dueDays) {
        var bought = closing.bought().subscription();
        var plan = closing.bought().plan();
        var total = estimate.total();
        var invoice = new Invoice(
                InvoiceId.next(),
                bought.customer(),
                issuer,
                Invoice.number(prefix, number),
                bought.id(),
                new SoldPlan(plan.catalogue(), plan.version(), plan.slug()),
                closing.period(),
                total,
                total.minor() > 0 ? Invoice.Status.OPEN : Invoice.Status.PAID,
                now,
                LocalDate.ofInstant(now, closing.period().zone()).plusDays(dueDays));
        return new Entry(new ItemisedInvoice(invoice, estimate.lines()), bought.reseller(), prefix, number);
    }
}
