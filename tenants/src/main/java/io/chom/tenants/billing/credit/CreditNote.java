package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What an issued invoice is put right with. It never changes.
 *
 * @param id its own
 * @param customer whose invoice it is
 * @param issuer who sold, and gives back
 * @param invoice what it puts right
 * @param number as it is written, without gaps for each issuer, such as {@code ACME-CN-000042}
 * @param reason why, as the customer reads it
 * @param parts what of which line, in the order of the lines; they add up to the total
 * @param total what it takes off, more than zero
 * @param issuedAt when it was written
 */
public record CreditNote(
        CreditNoteId id,
        TenantId customer,
        TenantId issuer,
        InvoiceId invoice,
        String number,
        String reason,
        List<Part> parts,
        Money total,
        Instant issuedAt) {

    public CreditNote {
        parts = List.copyOf(parts);
        var sum = sum(parts, total);
        if (!sum.equals(total)) {
            throw new IllegalStateException(
                    "The parts of credit note " + number + " add up to " + sum + ", not to " + total + ".");
        }
    }

    /**
     * How much of a line.
     *
     * @param line which one of the invoice, from 1 on
     * @param amount with the sign of the line, and at most as much
     */
    public record Part(int line, Money amount) {

        /** Whether so much can be taken off what is left of the line: more than nothing that can be paid, or all of it. */
        public boolean isOf(Money left) {
            long wanted = amount.minor();
            return wanted != 0
                    && Long.signum(wanted) == Long.signum(left.minor())
                    && Math.abs(wanted) <= Math.abs(left.minor())
                    && (amount.canBePaid() || amount.equals(left));
        }
    }

    /** @param like of the currency */
    static Money sum(List<Part> parts, Money like) {
        return parts.stream().map(Part::amount).reduce(Money.zero(like.currency()), Money::plus);
    }
}
