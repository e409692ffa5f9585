package io.chom.theming.documents;

import io.chom.theming.PlainText;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link Invoice} is paid.
 *
 * @param instructions one or more sentences, such as that a card will be charged
 * @param details what a transfer needs, such as an IBAN
 * @param online where it can be paid at once, an absolute http(s) address
 */
public record Payment(
        List<String> instructions,
        List<Fact> details,
        @Nullable URI online) {

    /** @throws IllegalArgumentException if the address is relative or of another scheme */
    public Payment {
        instructions = instructions.stream().map(PlainText::cleaned).toList();
        details = List.copyOf(details);
        if (online != null
                && (online.getHost() == null
                        || !String.valueOf(online.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException("A link in a document is an absolute https:// or http:// address");
        }
    }

    /** Nothing to say about it. */
    public static Payment none() {
        return new Payment(List.of(), List.of(), null);
    }
}
