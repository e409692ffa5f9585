package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.theming.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * How an owner of a brand sends; each step is one more that is its own.
 *
 * @param name what recipients read as the sender, 1–60 characters on one line
 * @param replyTo where answers go, if not to the sender's address
 * @param address of a domain that was proved to be the owner's; null for the installation's on the owner's host
 * @param server the owner's own; null for the installation's
 * @param key that mail of the address is signed with; null where there is no address of its own
 */
public record Sender(
        String name,
        @Nullable EmailAddress replyTo,
        @Nullable EmailAddress address,
        @Nullable SmtpServer server,
        @Nullable SigningKey key) {

    private static final int LONGEST = 60;

    public Sender {
        if (!isName(name)) {
            throw new IllegalArgumentException("A sender’s name has 1–60 characters on one line, none invisible.");
        }
    }

    /** Whether this can be the name of a sender. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST
                && PlainText.cleaned(text).equals(text);
    }

    /** Only a name. */
    public static Sender named(String name) {
        return new Sender(name, null, null, null, null);
    }
}
