package io.chom.tenants.billing.payment;

import java.time.LocalDate;

/**
 * Money for an invoice that came otherwise than through the payment provider.
 *
 * @param receivedOn when it came
 * @param way how it came
 * @param evidence by what it can be checked, such as the reference on a bank statement: 1–200 characters
 */
public record ManualPayment(LocalDate receivedOn, Way way, String evidence) {

    /** How money came. */
    public enum Way {
        TRANSFER,
        CASH,
        CHEQUE,
        OTHER
    }
}
