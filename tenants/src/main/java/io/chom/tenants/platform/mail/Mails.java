package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The one way to write to somebody. */
@Service
public class Mails {

    /** Channel on which the sender hears that a mail was queued. */
    static final String WAKE = "mail";

    private final MailQueue queue;
    private final Dispatch dispatch;
    private final Postman postman;
    private final TenantTransactions transactions;
    private final Broadcast broadcast;
    private final Duration giveUp;
    private final Clock clock;

    Mails(
            MailQueue queue,
            Dispatch dispatch,
            Postman postman,
            TenantTransactions transactions,
            Broadcast broadcast,
            MailProperties properties,
            Clock clock) {
        this.queue = queue;
        this.dispatch = dispatch;
        this.postman = postman;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.giveUp = properties.giveUp();
        this.clock = clock;
    }

    /** Queues a mail in the language of the brand: see {@link #send(Mail, EmailAddress, Locale)}. */
    public Mono<MailId> send(Mail mail, EmailAddress to) {
        return queue(mail, to, null);
    }

    /**
     * Queues a mail of the acting tenant, in the transaction of what it tells of: it is sent when that commits, in the
     * brand of the moment of sending. Whoever does the thing itself may; fails with {@link IllegalStateException} outside
     * of a tenant’s transaction.
     *
     * @param to the one recipient
     * @param language of the recipient; the nearest that we speak is taken
     */
    public Mono<MailId> send(Mail mail, EmailAddress to, Locale language) {
        return queue(mail, to, language);
    }

    private Mono<MailId> queue(Mail mail, EmailAddress to, @Nullable Locale language) {
        return transactions
                .require("A mail")
                .flatMap(acting -> add(acting, mail, to, language))
                .flatMap(id -> broadcast.send(WAKE, "").thenReturn(id));
    }

    private Mono<MailId> add(Acting acting, Mail mail, EmailAddress to, @Nullable Locale language) {
        Instant now = clock.instant();
        return queue.add(acting, mail, to, language, now, now.plus(giveUp));
    }

    /**
     * Sends a mail at once, past the queue and its lists, and says what became of it: for trying out how a brand sends.
     *
     * @param head in whose name, with the sender that is to be tried
     */
    public Mono<Delivery> deliver(Mail mail, EmailAddress to, Letterhead head) {
        return Mono.fromSupplier(() -> dispatch.parcel(
                        head,
                        Dispatch.messageId(MailId.next(), head),
                        Contents.of(mail),
                        mail.transactional(),
                        to,
                        null))
                .flatMap(postman::deliver);
    }
}
