package io.chom.tenants.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;

/** Signs a message in the name of its sender's domain (DKIM, RFC 6376), so that recipients know that it is the domain's. */
final class Signing {

    /** Those that say who writes to whom, when and what. The sender twice, so that no second one can be put in. */
    private static final String HEADERS = String.join(
            ":",
            List.of(
                    "From",
                    "From",
                    "Reply-To",
                    "To",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "MIME-Version",
                    "Content-Type",
                    "Content-Language",
                    "List-Unsubscribe",
                    "List-Unsubscribe-Post"));

    private Signing() {}

    /**
     * Adds the signature. The message must not change after it.
     *
     * @param from whose address the message has; only a key of that very domain signs it
     */
    static void sign(MimeMessage message, String from, @Nullable SigningKey key) throws MessagingException {
        if (key == null || !from.endsWith("@" + key.domain())) {
            return;
        }
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;"
                .formatted(key.domain(), key.selector(), HEADERS);
        try {
            var written = new ByteArrayOutputStream();
            message.writeTo(written);
            String line = new DKIMSigner(template, key.key()).sign(new ByteArrayInputStream(written.toByteArray()));
            // Folded where it has spaces, which the signature does not count.
            message.addHeaderLine(MimeUtility.fold(0, line));
        } catch (IOException | FailException e) {
            throw new MessagingException("The message cannot be signed.", e);
        }
    }
}
