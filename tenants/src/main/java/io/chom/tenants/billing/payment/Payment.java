package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to get what an invoice comes to.
 *
 * @param payer who owes it
 * @param reseller owner of the payer's brand
 * @param invoice what is paid
 * @param way how
 * @param charge what the provider is asked with
 * @param owed what the invoice still owes, in minor units: less than the charge where it was credited since
 * @param intent the provider's name for the payment, once it is known
 * @param session the provider's name for the visit to its page, once it is known
 * @param page where the browser goes to pay; null as long as there is no page
 * @param back where the browser returns to from the page; null for a charge of the card
 */
record Payment(
        TenantId payer,
        TenantId reseller,
        InvoiceId invoice,
        Way way,
        Charge charge,
        long owed,
        @Nullable String intent,
        @Nullable String session,
        @Nullable String page,
        @Nullable String back) {

    private static final Actor JOB = Actor.job("payments");

    /** How somebody pays. */
    enum Way {
        /** From the card on file, with nobody there. */
        CARD,
        /** On a page of the provider's. */
        PAGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    PaymentId id() {
        return charge.id();
    }

    /** Whether more would be paid than is owed by now. */
    boolean isTooMuch() {
        return charge.amount().minor() > owed;
    }

    /** As whom it is seen to. */
    Acting job() {
        return new Acting(payer, reseller, JOB);
    }
}
