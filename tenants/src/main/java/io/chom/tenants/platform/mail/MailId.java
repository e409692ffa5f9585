package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/**
 * Identity of a mail in the queue.
 *
 * @param value time-ordered
 */
public record MailId(UUID value) {

    static MailId next() {
        return new MailId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
