package io.chom.theming;

import io.chom.theming.Unfit.Reason;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a brand.
 *
 * @param senderName the name in the From line of mails, 1..60 characters
 * @param supportEmail where customers write to, if anywhere
 * @param helpUrl an http(s) address with help, if there is one
 * @param legalFooter one line of legal text under every public page and mail, up to 300 characters
 * @param poweredBy whether public pages may name the platform
 */
public record Contact(
        String senderName,
        @Nullable String supportEmail,
        @Nullable URI helpUrl,
        @Nullable String legalFooter,
        boolean poweredBy) {
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    /** @throws IllegalArgumentException if a part is too long, has an invisible character or is not what it claims to be */
    public Contact {
        senderName = PlainText.line("A sender's name", senderName, 60);
        if (supportEmail != null && !EMAIL.matcher(supportEmail).matches()) {
            throw new Unfit(Reason.SUPPORT_ADDRESS, "A support address is an e-mail address such as help@example.com");
        }
        if (helpUrl != null && !isWebAddress(helpUrl)) {
            throw new Unfit(Reason.HELP_ADDRESS, "A help address starts with https:// or http://");
        }
        if (legalFooter != null) {
            legalFooter = PlainText.line("A legal footer", legalFooter, 300);
        }
    }

    /** Only a sender's name. */
    public static Contact of(String senderName) {
        return new Contact(senderName, null, null, null, false);
    }

    /** The same contact under another sender's name. */
    public Contact withSenderName(String other) {
        return new Contact(other, supportEmail, helpUrl, legalFooter, poweredBy);
    }

    /** The same contact with another support address, or with none. */
    public Contact withSupportEmail(@Nullable String other) {
        return new Contact(senderName, other, helpUrl, legalFooter, poweredBy);
    }

    /** The same contact with other help pages, or with none. */
    public Contact withHelpUrl(@Nullable URI other) {
        return new Contact(senderName, supportEmail, other, legalFooter, poweredBy);
    }

    /** The same contact with another legal line, or with none. */
    public Contact withLegalFooter(@Nullable String other) {
        return new Contact(senderName, supportEmail, helpUrl, other, poweredBy);
    }

    /** The same contact on pages that may, or may not, name the platform. */
    public Contact withPoweredBy(boolean other) {
        return new Contact(senderName, supportEmail, helpUrl, legalFooter, other);
    }

    private static boolean isWebAddress(URI address) {
        var scheme = address.getScheme();
        return address.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
    }
}
