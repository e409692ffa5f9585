package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An invoice that is not paid, and the ladder it is on.
 *
 * @param customer who owes it
 * @param reseller owner of the customer's brand
 * @param invoice which
 * @param number as it is written
 * @param owed what is left to pay
 * @param dueOn the last day to pay
 * @param zone where its days begin
 * @param ladder what is done about it
 */
record Overdue(
        TenantId customer,
        TenantId reseller,
        InvoiceId invoice,
        String number,
        Money owed,
        LocalDate dueOn,
        ZoneId zone,
        Ladder ladder) {

    private static final Actor JOB = Actor.job("dunning");

    /** The same, of which so many minor units are left to pay by now. */
    Overdue owing(long minor) {
        return new Overdue(customer, reseller, invoice, number, new Money(minor, owed.currency()), dueOn, zone, ladder);
    }

    /** As whom it is seen to. */
    Acting job() {
        return new Acting(customer, reseller, JOB);
    }
}
