package io.chom.tenants.platform.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person: a plain record for each kind. Its words stand in the bundles {@code mail_<language>} under
 * keys that begin with the kind: {@code subject}, {@code preheader}, {@code heading}, {@code text.1} and so on,
 * {@code button}, {@code fact.1} and so on, {@code why}. They are patterns of {@link java.text.MessageFormat}.
 */
public interface Mail {

    /** Stable name, 1–60 lower-case letters, digits and hyphens, such as {@code domain-failing}. */
    String kind();

    /** What stands for {@code {0}}, {@code {1}} and so on in all of its words. */
    List<MailValue> values();

    /** The values in the table below the text, in the order of their labels {@code fact.1} and so on. */
    default List<MailValue> facts() {
        return List.of();
    }

    /** Where the button leads: a path in the portal, such as {@code /app/domains}; null for a mail without a button. */
    default @Nullable String place() {
        return null;
    }

    /** Whether the mail belongs to what was agreed. Any other carries a way to end its kind, and is not sent after that. */
    default boolean transactional() {
        return true;
    }
}
