package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.credit.CreditNote.Part;
import java.util.List;

/**
 * A credit note that somebody wants.
 *
 * @param id made once for each wish, however often it is sent
 * @param parts what of which line; a line that is not there is not credited. The tax on them goes back by itself
 * @param reason why, as the customer reads it: 1–500 characters
 */
public record NewCredit(CreditNoteId id, List<Part> parts, String reason) {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    public NewCredit {
        parts = List.copyOf(parts);
    }
}
