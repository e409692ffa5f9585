package io.chom.portal.mailing;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.mail.Delivery;
import io.chom.tenants.platform.mail.Suppression;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import io.chom.tenants.tenancy.senders.MailSenderSettings;
import io.chom.tenants.tenancy.senders.SenderStanding;
import java.util.List;
import java.util.Optional;

/**
 * What the screen shows.
 *
 * @param settings how mail is sent
 * @param own how the own address stands; empty without one
 * @param tried what became of the last test mail
 * @param suppressed addresses that get no mail
 * @param refusal why the last wish was refused
 */
record MailingPage(
        MailSenderSettings settings,
        Optional<Own> own,
        Optional<Tried> tried,
        List<Suppression> suppressed,
        Optional<Failure> refusal) {

    MailingPage {
        suppressed = List.copyOf(suppressed);
    }

    /**
     * An own address.
     *
     * @param records what has to be created; empty once it has been
     */
    record Own(SenderStanding standing, Optional<RequiredRecords> records) {}

    /**
     * A test mail.
     *
     * @param to where it went
     */
    record Tried(String to, Delivery delivery) {}
}
