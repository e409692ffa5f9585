package io.chom.tenants.billing;

import io.chom.tenants.billing.Invoice.SoldPlan;
import io.chom.tenants.billing.InvoiceBook.Entry;
import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be invoiced.
 *
 * @param subscription who owes it
 * @param plan what it is for
 * @param period the time that it is for
 * @param estimate its lines, maybe none
 * @param ahead which of all that the subscription pays in advance, counted from 1; null for a period that is over
 */
record Bill(
        Subscription subscription,
        Plan plan,
        Period period,
        Estimate estimate,
        @Nullable Integer ahead) {

    /** What is owed in advance. */
    static Bill of(Bought bought, Prepaid prepaid, int ahead) {
        return new Bill(
                bought.subscription(),
                prepaid.plan(),
                prepaid.line().days(),
                Estimate.of(prepaid.lines(), prepaid.due().currency()),
                ahead);
    }

    /** With the tax that its issuer charges. */
    Bill taxed(TaxRules.Known known, TenantId platform) {
        var rule = known.rule(issuer(platform), subscription.customer());
        return new Bill(subscription, plan, period, estimate.taxed(rule, period), ahead);
    }

    boolean isEmpty() {
        return estimate.lines().isEmpty();
    }

    /** A brand owner sells to its customers; the platform sells to brand owners. */
    TenantId issuer(TenantId platform) {
        return subscription.customer().equals(subscription.reseller()) ? platform : subscription.reseller();
    }

    /** The invoice, with a number of its issuer. What is nothing or less is paid. */
    Entry numbered(TenantId issuer, String prefix, int number, Instant now, int dueDays) {
        var total = estimate.total();
        var invoice = new Invoice(
                InvoiceId.next(),
                subscription.customer(),
                issuer,
                Invoice.number(prefix, number),
                subscription.id(),
                new SoldPlan(plan.catalogue(), plan.version(), plan.slug()),
                period,
                total,
                total.minor() > 0 ? Invoice.Status.OPEN : Invoice.Status.PAID,
                now,
                LocalDate.ofInstant(now, period.zone()).plusDays(dueDays));
        return new Entry(
                new ItemisedInvoice(invoice, estimate.lines()), subscription.reseller(), prefix, number, ahead);
    }
}
