package io.chom.embedded.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in.
 *
 * @param id names it in addresses
 * @param receivedAt ISO 8601, UTC
 * @param from as written in the mail
 * @param to everyone it was sent to, hidden recipients too
 * @param subject decoded
 * @param text the plain part
 * @param html the rich part
 * @param headers in the order of the mail
 * @param attachments what else is in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        String id,
        String receivedAt,
        String from,
        List<String> to,
        String subject,
        @Nullable String text,
        @Nullable String html,
        List<Header> headers,
        List<Attachment> attachments) {

    /** One line of the head. */
    record Header(String name, String value) {}

    /**
     * A file.
     *
     * @param size in bytes
     */
    record Attachment(String name, String type, int size) {}

    /** What a list shows. */
    record Summary(String id, String receivedAt, String from, List<String> to, String subject) {}

    Summary summary() {
        return new Summary(id, receivedAt, from, to, subject);
    }
}
