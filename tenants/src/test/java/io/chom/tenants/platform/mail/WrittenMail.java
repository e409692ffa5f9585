package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.LetterWriter.Written;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it leaves, for tests of every module.
 *
 * @param subject as a person reads it
 * @param html the part for most readers
 * @param text the part for the others
 * @param headers as they go over the wire
 */
public record WrittenMail(String subject, String html, String text, String headers) {

    private static final LetterWriter WRITER = new LetterWriter(new MailTexts());

    /** Writes the mail; one that is not transactional carries a link to leave. */
    public static WrittenMail of(Letterhead head, Mail mail, Locale language) {
        URI leave = mail.transactional() ? null : URI.create(head.origin() + Unsubscribing.PATH + "?t=x");
        return of(head, WRITER.write(head, Contents.of(mail), language, leave), leave);
    }

    private static WrittenMail of(Letterhead head, Written written, @Nullable URI leave) {
        var parcel = new Parcel(
                "1@" + head.host(),
                EmailAddress.of("no-reply@" + head.host()),
                head.sender(),
                head.host(),
                EmailAddress.of("ada@customer.example"),
                Instant.EPOCH,
                written,
                leave);
        return new WrittenMail(
                written.subject(), written.body().html(), written.body().text(), headers(parcel));
    }

    private static String headers(Parcel parcel) {
        try {
            MimeMessage message = MessageWriter.message(parcel);
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            String raw = bytes.toString(StandardCharsets.US_ASCII);
            return raw.substring(0, raw.indexOf("\r\n\r\n"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
