package io.chom.theming.documents;

import io.chom.theming.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a document or gets it. Every text is one line without anything invisible in it, as in {@link
 * io.chom.theming.mail.Letter}.
 *
 * @param name of the person or house
 * @param address its lines, in the order of the country
 * @param taxId the number under which it pays taxes, with what it is called there, such as {@code VAT DE123456789}
 * @param email where it is written to
 */
public record Party(
        String name,
        List<String> address,
        @Nullable String taxId,
        @Nullable String email) {

    public Party {
        name = PlainText.cleaned(name);
        address = address.stream().map(PlainText::cleaned).toList();
        taxId = taxId == null ? null : PlainText.cleaned(taxId);
        email = email == null ? null : PlainText.cleaned(email);
    }
}
