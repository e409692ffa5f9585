package io.chom.embedded.mailbox;

import io.chom.embedded.mailbox.Message.Attachment;
import io.chom.embedded.mailbox.Message.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes a stored mail apart. */
final class MessageReader {

    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    private MessageReader() {}

    static Message read(String id, InputStream stored) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), stored);
            MessageReader reader = new MessageReader();
            reader.collect(mail);
            return reader.message(id, mail);
        } catch (MessagingException e) {
            throw new IOException("The mail " + id + " cannot be read", e);
        }
    }

    private Message message(String id, MimeMessage mail) throws MessagingException, IOException {
        long received = Long.parseLong(id.substring(0, id.indexOf('-')));
        return new Message(
                id,
                Instant.ofEpochMilli(received).toString(),
                decoded(mail, "From"),
                List.of(decoded(mail, MessageFolder.RECIPIENTS).split(", ")),
                decoded(mail, "Subject"),
                text,
                html,
                headers(mail),
                attachments);
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (part.getFileName() == null && text == null && part.isMimeType("text/plain")) {
            text = part.getContent().toString();
        } else if (part.getFileName() == null && html == null && part.isMimeType("text/html")) {
            html = part.getContent().toString();
        } else {
            attachments.add(attachment(part));
        }
    }

    private static Attachment attachment(Part part) throws MessagingException, IOException {
        String name = part.getFileName();
        String type = part.getContentType().replaceFirst(";.*", "").strip();
        try (InputStream content = part.getInputStream()) {
            return new Attachment(
                    name == null ? "" : MimeUtility.decodeText(name), type, content.readAllBytes().length);
        }
    }

    private static List<Header> headers(MimeMessage mail) throws MessagingException {
        List<Header> headers = new ArrayList<>();
        for (jakarta.mail.Header header : Collections.list(mail.getAllHeaders())) {
            headers.add(new Header(header.getName(), header.getValue()));
        }
        return headers;
    }

    private static String decoded(MimeMessage mail, String name) throws MessagingException, IOException {
        String value = mail.getHeader(name, ", ");
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }
}
