package io.chom.tenants.platform.mail;

import java.time.Instant;
import java.util.List;

/** Something in a mail that is not a word of ours, and is written as the reader's language does when the mail is sent. */
public sealed interface MailValue {

    /** A name or a word of somebody's. */
    record Text(String text) implements MailValue {}

    /** An instant, in the time zone of the tenant. */
    record At(Instant instant) implements MailValue {}

    /** Several names, as an enumeration. */
    record Several(List<String> texts) implements MailValue {

        public Several {
            texts = List.copyOf(texts);
        }
    }

    /** A name or a word of somebody's. */
    static MailValue of(String text) {
        return new Text(text);
    }

    /** An instant, in the time zone of the tenant. */
    static MailValue of(Instant instant) {
        return new At(instant);
    }

    /** Several names, as an enumeration. */
    static MailValue of(List<String> texts) {
        return new Several(texts);
    }
}
