package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.mail.Delivery;
import io.chom.tenants.platform.mail.Letterheads;
import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.tenancy.senders.MailSenderSettings.OwnServer;
import io.chom.tenants.tenancy.senders.MailSenders.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How a brand sends mail: name, address for answers, an address of its own domain, a server of its own. */
@Service
public class MailSenderService {

    private static final int LONGEST_PASSWORD = 200;

    private final MailSenders senders;
    private final SenderCheckups checkups;
    private final MailServerSeal seal;
    private final Letterheads letterheads;
    private final Mails mails;
    private final TransactionalOperator transactions;

    MailSenderService(
            MailSenders senders,
            SenderCheckups checkups,
            MailServerSeal seal,
            Letterheads letterheads,
            Mails mails,
            TransactionalOperator transactions) {
        this.senders = senders;
        this.checkups = checkups;
        this.seal = seal;
        this.letterheads = letterheads;
        this.mails = mails;
        this.transactions = transactions;
    }

    /** How the acting brand owner sends. An owner or admin of the brand may. */
    public Mono<MailSenderSettings> settings() {
        return editor().flatMap(acting -> stored(acting).as(transactions::transactional))
                .map(Stored::settings);
    }

    /**
     * Changes how the acting brand owner sends, for every mail from now on. An owner or admin of the brand may.
     *
     * @param wanted of which the verification is not looked at: only the name servers give one
     * @param password of the server’s user; null to keep the one that is there, which goes on only for the same server and
     *     user
     * @return fails with {@link Failure.Invalid} {@code mail-sender.password-missing} when there is a user and no password
     */
    public Mono<MailSenderSettings> save(MailSenderSettings wanted, @Nullable String password) {
        return editor().flatMap(acting -> stored(acting)
                .flatMap(before -> senders.put(acting, wanted, sealed(acting, wanted, password, before))
                        .then(Mono.defer(() -> checkups.begin(acting, before, wanted))))
                .then(Mono.defer(() -> stored(acting)))
                .map(Stored::settings)
                .as(transactions::transactional));
    }

    /** Goes back to how the installation sends. An owner or admin of the brand may. */
    public Mono<MailSenderSettings> reset() {
        return save(MailSenderSettings.NONE, null);
    }

    /**
     * Sends a mail at once, as the acting brand owner’s settings say, and tells what came of it. An owner or admin of the
     * brand may.
     *
     * @param to usually the one who asks
     * @return fails with {@link Failure.Conflict} {@code mail-sender.no-host} while the brand is served nowhere
     */
    public Mono<Delivery> test(EmailAddress to) {
        return editor().flatMap(acting -> letterheads.of(acting.tenant()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "mail-sender.no-host",
                        "Mails lead to your portal, and that is not served on any domain yet."))))
                .flatMap(
                        head -> mails.deliver(new TestMail(head.assets().brand().name()), to, head));
    }

    private Mono<Stored> stored(Acting acting) {
        return senders.find(acting.tenant()).defaultIfEmpty(Stored.NONE);
    }

    private byte @Nullable [] sealed(
            Acting acting, MailSenderSettings wanted, @Nullable String password, Stored before) {
        OwnServer server = wanted.server();
        if (server == null || server.user() == null) {
            return null;
        }
        if (password != null && !password.isEmpty() && password.length() <= LONGEST_PASSWORD) {
            return seal.close(acting.tenant(), server, password);
        }
        if (before.sealed() == null || !isSameLogin(server, before.settings().server())) {
            throw new Refused(Failure.Invalid.of(
                    "mail-sender.password-missing", "Give the password of this user, of 1–200 characters."));
        }
        return before.sealed();
    }

    private static boolean isSameLogin(OwnServer wanted, @Nullable OwnServer before) {
        return before != null
                && wanted.host().equals(before.host())
                && wanted.port() == before.port()
                && String.valueOf(wanted.user()).equals(before.user());
    }

    /** An owner or admin of the acting brand owner. */
    static Mono<Acting> editor() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }
}
