package io.chom.tenants.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Makes a message (RFC 5322) of a parcel: text and HTML as alternatives, headers that machines understand. */
final class MessageWriter {

    /** Knows no server: what sends the message has its own. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private MessageWriter() {}

    static MimeMessage message(Parcel parcel) throws MessagingException {
        var message = new Identified(parcel.messageId());
        message.setFrom(address(parcel.from(), parcel.sender().name()));
        message.setRecipient(Message.RecipientType.TO, address(parcel.to(), null));
        EmailAddress replyTo = parcel.sender().replyTo();
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {address(replyTo, null)});
        }
        message.setSubject(parcel.written().subject(), UTF_8.name());
        message.setSentDate(Date.from(parcel.at()));
        message.setContentLanguage(new String[] {parcel.written().language().toLanguageTag()});
        // RFC 3834: no robot is to answer a robot.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        offerToLeave(message, parcel.leave());
        message.setContent(alternatives(parcel));
        message.saveChanges();
        Signing.sign(message, parcel.from().value(), parcel.sender().key());
        return message;
    }

    private static void offerToLeave(MimeMessage message, @Nullable URI leave) throws MessagingException {
        if (leave != null) {
            message.setHeader("List-Unsubscribe", "<" + leave + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeMultipart alternatives(Parcel parcel) throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(parcel.written().body().text(), "plain"));
        alternatives.addBodyPart(part(parcel.written().body().html(), "html"));
        return alternatives;
    }

    private static MimeBodyPart part(String text, String form) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), form);
        return part;
    }

    private static InternetAddress address(EmailAddress address, @Nullable String name) throws MessagingException {
        try {
            return new InternetAddress(address.value(), name, UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("Every Java has " + UTF_8.name().toUpperCase(Locale.ROOT), e);
        }
    }

    /** Keeps the id that it is given, where the library would put one with the name of this machine. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
