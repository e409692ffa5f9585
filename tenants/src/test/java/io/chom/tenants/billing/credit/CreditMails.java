package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Mail;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** The mail about a credit note that tests read. */
public final class CreditMails {

    private CreditMails() {}

    /** Of a house that gave its own name as the reason. */
    public static Mail of(String house) {
        var amount = new Money(1_200, Currency.getInstance("USD"));
        var note = new CreditNote(
                CreditNoteId.next(),
                TenantId.next(),
                TenantId.next(),
                InvoiceId.next(),
                "ACME-CN-000042",
                house,
                List.of(new Part(1, amount)),
                amount,
                Instant.parse("2026-11-20T10:00:00Z"));
        return new CreditMail(note, "ACME-000042", house);
    }
}
